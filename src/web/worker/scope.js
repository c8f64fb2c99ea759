/** The worker itself; TypeScript's libraries only know workers in general. */
export const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
