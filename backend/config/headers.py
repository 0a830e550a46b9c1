"""The headers that every reply carries: the application's, and the server's own refusals."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "media-src blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Nothing but our own files; no script or style inside a page. ``object-src`` falls back to ``default-src``."""

CLOSED = ("accelerometer", "camera", "geolocation", "gyroscope", "payment", "usb")

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Practice records answers aloud; the recording stays on the device.
    "Permissions-Policy": ", ".join(["microphone=(self)", *(f"{feature}=()" for feature in CLOSED)]),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
