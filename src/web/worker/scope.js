/** The worker itself; the libraries of TypeScript only know workers in general. */
export const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
