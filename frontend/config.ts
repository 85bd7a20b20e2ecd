/** Where the backend listens; only the server side reads it. Browsers use their own origin. */
export const API_ORIGIN = process.env['API_ORIGIN'] ?? `http://127.0.0.1:${process.env['API_PORT'] ?? '4000'}`;

export const IS_DEVELOPMENT = process.env.NODE_ENV === 'development';
