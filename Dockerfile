# Îndrumar in a container: the command and its data; the state lives in the volume /var/lib/indrumar.
FROM python:3.11-slim AS build
WORKDIR /src
COPY requirements.txt requirements.in pyproject.toml README.md ./
RUN python -m venv /opt/indrumar \
    && /opt/indrumar/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY index index
COPY bot bot
RUN /opt/indrumar/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --system --create-home --home-dir /var/lib/indrumar indrumar
COPY --from=build /opt/indrumar /opt/indrumar
COPY data /usr/share/indrumar/data
ENV PATH=/opt/indrumar/bin:$PATH \
    INDRUMAR_DATA_DIR=/usr/share/indrumar/data \
    INDRUMAR_STATE_DIR=/var/lib/indrumar
USER indrumar
WORKDIR /var/lib/indrumar
VOLUME /var/lib/indrumar
ENTRYPOINT ["indrumar"]
CMD ["bot"]
