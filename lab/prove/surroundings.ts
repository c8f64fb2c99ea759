/** What `npm start` and the image give Node on its command line. */
export { productFlags as asStarted } from '../../src/app/launch/node-needs.js'

/** What the image and the unit of systemd give the process besides its settings: the C library keeps two arenas of memory. */
export const surroundings = { MALLOC_ARENA_MAX: '2' } as const
