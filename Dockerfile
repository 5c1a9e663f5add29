# The server with the built graph: docker build -t gcm-kg . && docker run -p 8000:8000 gcm-kg
FROM python:3.12-slim AS made
WORKDIR /project
COPY . .
RUN pip install --no-cache-dir --prefix /made --constraint constraints.txt '.[serve,office]'

FROM python:3.12-slim
COPY --from=made /made /usr/local
RUN useradd --create-home --uid 10001 gcm
USER gcm
# makes the store, so that a container answers at once and needs no place to write
RUN gcm-kg stats > /dev/null
EXPOSE 8000
HEALTHCHECK CMD python -c "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health')"
ENTRYPOINT ["gcm-kg", "serve", "--host", "0.0.0.0"]
