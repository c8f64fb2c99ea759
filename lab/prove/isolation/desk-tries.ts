import { nothing, one, type Tries } from './try.ts'

const desk = {
  roles: ['moderator', 'owner'],
  why: 'the desk is everybody’s: who takes a story off takes its notes off',
}

/** How the operations of the shared desk are tried. */
export const deskTries: Readonly<Record<string, Tries>> = {
  has_desk: nothing,
  list_desk: one(() => [{}, { isMine: true }]),
  list_desk_log: nothing,
  get_desk_story: one(({ story }) => [{ story }]),
  put_on_desk: one(({ story }) => [{ story }]),
  change_desk_story: one(({ story }) => [
    { story, state: 'done', assignee: 'Reader A', due: '2026-03-17' },
    { story, assignee: null, due: null },
  ]),
  add_desk_note: one(({ story }) => [{ story, body: 'x' }]),
  remove_desk_note: one(({ story }) => [{ story, id: 'x' }]),
  take_off_desk: { ...one(({ story }) => [{ story }]), mayWrite: desk },
}
