/** How far the work on a story of the shared desk is, in order. */
export const deskStates = ['planned', 'in-progress', 'done'] as const
export type DeskState = (typeof deskStates)[number]

/** What the log of the desk notes: `put` and `removed` the story, `assigned`, `state`, `due`, `noted`. */
export const deskActs = ['put', 'assigned', 'state', 'due', 'noted', 'removed'] as const
export type DeskAct = (typeof deskActs)[number]
