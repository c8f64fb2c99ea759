/** What `npm start` and the image give Node on its command line. */
export const asStarted = ['--max-semi-space-size=4', '--initial-old-space-size=32'] as const

/** What the image and the unit of systemd give the process besides its settings: the C library keeps two arenas of memory. */
export const surroundings = { MALLOC_ARENA_MAX: '2' } as const
