import asyncHooks from 'node:async_hooks'

const { createHook } = asyncHooks

/**
 * The runner follows each promise from its making to its collection, only to say of which test an error is that nobody caught: up to a
 * third of the processor time of what asks much. Told to follow none, such an error still fails its file, and stands in what the file
 * said. Imported before the runner; whoever else has hooks gets what they ask for.
 */
Object.assign(asyncHooks, {
  createHook(callbacks: Parameters<typeof createHook>[0]) {
    const isOfRunner = /node:internal\/test_runner/.test(new Error().stack ?? '')
    return createHook(isOfRunner ? { ...callbacks, trackPromises: false } : callbacks)
  },
})
