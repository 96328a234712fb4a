ARG NODE_VERSION=24

FROM node:${NODE_VERSION}-bookworm-slim AS deps
WORKDIR /build
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts --no-audit --no-fund

FROM deps AS build
ENV NEXT_TELEMETRY_DISABLED=1
COPY . .
RUN npm run build

# The finished files and a server without dependencies; it writes nothing, so a read-only file system will do.
FROM node:${NODE_VERSION}-bookworm-slim AS runtime
ENV NODE_ENV=production PORT=7860
WORKDIR /app
COPY --from=build --chown=1000:1000 /build/out ./out
COPY --from=build --chown=1000:1000 /build/server.mjs /build/csp.txt ./
USER 1000
EXPOSE 7860
CMD ["node", "server.mjs"]
