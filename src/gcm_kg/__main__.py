"""python -m gcm_kg: the program gcm-kg."""

from gcm_kg.cli.main import run

if __name__ == "__main__":
    run()
