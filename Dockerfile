# The proxy on its own. The key comes with the container, never with the image:
#   docker build -t datafast-live-map .
#   docker run -p 8787:8787 -e DATAFAST_API_KEY -e DATAFAST_WEBSITE_ID datafast-live-map
FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Unpacks what is published, and nothing else, into package/.
RUN npm run build && npm pack --ignore-scripts && tar -xzf datafast-live-map-*.tgz
# resvg-js, for PNG=on, is no dependency, so that other installations do without its 5 MB.
RUN mkdir optional && mv node_modules/@resvg/resvg-js* optional && npm prune --omit=dev --ignore-scripts \
  && mkdir -p node_modules/@resvg && mv optional/* node_modules/@resvg

FROM node:24-slim
WORKDIR /app
COPY --from=build /build/package ./
COPY --from=build /build/node_modules ./node_modules
# In a container 127.0.0.1 is the container's own, which nobody outside reaches.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787
EXPOSE 8787
USER node
# 503: DataFast fails, and there is no answer left that could be given.
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["node", "-e", "const { PORT, BASE_PATH = '' } = process.env; fetch(`http://127.0.0.1:${PORT}${BASE_PATH.replace(/\\/+$/, '')}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/adapters/cli.js"]
CMD ["serve"]
