# Îndrumar in a container: the command, its data and the built index; what changes lives in the volume.
FROM python:3.11-slim AS build
WORKDIR /src
COPY pyproject.toml README.md requirements.txt ./
COPY tools/image.sh tools/
COPY bot bot
COPY index index
COPY data data
# every step of the making stands in this script, so that a test can run it without a container
RUN sh tools/image.sh . /opt/indrumar /var/lib/indrumar

FROM python:3.11-slim
# the base image has tools of its own that build and install
RUN python -m pip uninstall --yes --quiet setuptools wheel pip \
    && rm -rf /usr/local/lib/python3.11/ensurepip \
    && useradd --uid 10001 --no-create-home --home-dir /var/lib/indrumar --shell /usr/sbin/nologin indrumar
COPY --from=build /opt/indrumar /opt/indrumar
COPY --from=build --chown=10001:10001 /var/lib/indrumar /var/lib/indrumar
ENV PATH=/opt/indrumar/bin:$PATH \
    INDRUMAR_DATA_DIR=/opt/indrumar/share/indrumar/data \
    INDRUMAR_STATE_DIR=/var/lib/indrumar
# a number, so that a cluster sees that it is not root
USER 10001
WORKDIR /var/lib/indrumar
# A new named volume begins with the index built above. A folder of the host, or a volume from an older image,
# hides it; then it is built there at the start, which takes a second or two.
VOLUME /var/lib/indrumar
ENTRYPOINT ["indrumar"]
CMD ["bot"]
