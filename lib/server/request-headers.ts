/** What `proxy.ts` tells pages about their request: it sets these headers itself, whatever the client sent. */
export const PATH_HEADER = 'x-request-path'
export const NONCE_HEADER = 'x-nonce'
