/**
 * What the page may load: its own files and nothing else. Chargers' texts are shown in it, so a script that slipped in
 * must find neither eval nor anywhere to send anything. Styles are also set inline by the UI kit and the charts.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ')
