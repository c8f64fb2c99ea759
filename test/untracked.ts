import hooks, { type HookCallbacks } from 'node:async_hooks'

/**
 * Loaded before the tests: the runner of Node follows every promise, to say of which test an error is that nobody caught. That takes
 * a fifth of the processor time of tests that mostly wait. Without it such an error is told at the end of the file, which fails.
 */
const { createHook } = hooks
const isOfRunner = ({ init, destroy }: HookCallbacks) => destroy !== undefined && /testResources/.test(String(init))

// Where the runner is made otherwise some day, it follows them again, and all is as right as before.
Object.assign(hooks, {
  createHook: (callbacks: HookCallbacks) => createHook(isOfRunner(callbacks) ? {} : callbacks),
})
