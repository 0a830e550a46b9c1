# The site's build, then a small image with Python, the packages pinned by hash, the back end and the built site.
FROM node:24-slim AS site
WORKDIR /build/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --ignore-scripts
COPY frontend/ ./
RUN npm run build

FROM python:3.13-slim
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /app/backend
COPY backend/requirements.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements.txt \
    && useradd --system --uid 10001 --no-create-home vivavoce \
    && install -d -o vivavoce -g vivavoce /var/lib/vivavoce
COPY backend/ ./
COPY openapi.yaml /app/
COPY docs/api/ /app/docs/api/
COPY --from=site /build/frontend/dist /app/frontend/dist
USER 10001
VOLUME /var/lib/vivavoce
EXPOSE 8000
ENV HOST=0.0.0.0 PORT=8000
CMD ["gunicorn", "-c", "config/gunicorn_conf.py"]
