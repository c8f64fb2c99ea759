import fc from 'fast-check'

/**
 * Property tests take other values on every run, so that they go on finding things; a run that decides whether a change
 * may land must not fail by luck, so there (CI=true) they take the same values each time.
 */
if (process.env.CI === 'true') fc.configureGlobal({ seed: 20_260_312 })
