# An earlier version was built with buildah and run with podman and runc; this one is checked by the tests only, not by an engine.
FROM node:24-slim AS packed
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY src ./src
COPY demo ./demo
COPY release ./release
RUN node src/launch.js release/pack-program.ts

FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional && npm cache clean --force
COPY src ./src
COPY demo ./demo
COPY --from=packed /app/dist/program ./dist/program
ENV TWOSOURCE_DATA=/data TWOSOURCE_HOST=0.0.0.0 NODE_COMPILE_CACHE=/data/.compiled MALLOC_ARENA_MAX=2
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 7180
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.TWOSOURCE_PORT || 7180) + '/readyz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/twosource.js"]
