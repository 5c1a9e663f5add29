# The server with the built graph: docker build -t gcm-kg . && docker run -p 8000:8000 gcm-kg
FROM python:3.12-slim AS made
WORKDIR /project
COPY . .
RUN python -m venv /opt/gcm-kg \
    && /opt/gcm-kg/bin/pip install --no-cache-dir --require-hashes --requirement requirements/serve.txt \
    && /opt/gcm-kg/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.12-slim
COPY --from=made /opt/gcm-kg /opt/gcm-kg
ENV PATH=/opt/gcm-kg/bin:$PATH
RUN useradd --create-home --uid 10001 gcm
USER gcm
# makes the store and what pages share, so that a container answers at once and needs no place to write
RUN python -c "from gcm_kg.project import this_project; from gcm_kg.serving.keeping import keep; keep(this_project())"
EXPOSE 8000
HEALTHCHECK CMD python -c "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health')"
ENTRYPOINT ["gcm-kg", "serve", "--host", "0.0.0.0"]
