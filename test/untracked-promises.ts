import asyncHooks from 'node:async_hooks'

/**
 * The test runner follows every promise of a process, to tell which test an error that nothing caught came from: a tenth to a fifth of
 * what a test of the store costs. Imported first, this leaves promises out. Such an error is then told as that of the process, which fails; the
 * file run alone with `node --test` still says which test it was.
 */
const { createHook } = asyncHooks
asyncHooks.createHook = (callbacks) => createHook({ ...callbacks, trackPromises: false } as typeof callbacks)
