FROM maven:3.9.16-eclipse-temurin-25-noble AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --quiet package -Dmaven.test.skip -Dspotless.check.skip \
    && java -Djarmode=tools -jar target/evenhand-*.jar extract --layers --destination layers --application-filename evenhand.jar

FROM eclipse-temurin:25.0.4_7-jre-noble
RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /nonexistent evenhand \
    && install --directory --owner=evenhand --group=evenhand /data
WORKDIR /evenhand
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./

# The cache holds only for this JVM and these jars, so the training run is here; it ends before the server listens.
RUN java -XX:+UseG1GC -XX:AOTCacheOutput=evenhand.aot -Dspring.context.exit=onRefresh --enable-native-access=ALL-UNNAMED \
      -Devenhand.data=/tmp/training -jar evenhand.jar \
    && rm -rf /tmp/*

USER evenhand
VOLUME /data
EXPOSE 8080
ENV EVENHAND_DATA=/data SERVER_ADDRESS=0.0.0.0
ENTRYPOINT ["java", "-XX:AOTCache=evenhand.aot", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", "-jar", "evenhand.jar"]

# The image has neither curl nor wget.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --start-interval=1s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [[ $status == 200 ]]"]
