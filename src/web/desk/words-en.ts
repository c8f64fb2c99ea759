import type { DeskState } from '../../core/desk.ts'
import { plural } from '../layout/words-en.ts'

/** The shared desk. */
export const desk = {
  lead: 'Stories you work on together. Everyone with an account here can see the desk.',
  all: 'All',
  mine: 'Mine',
  none: 'Nothing on the desk',
  noneNote: 'Open a story and choose “Put on the desk” in its menu.',
  /** Without a second account there is none. */
  alone: 'The desk opens with a second account.',
  noneMine: 'Nothing is assigned to you',
  dueNow: 'Due today or overdue',
  news: 'New reports since yesterday',
  changed: 'New reports',
  states: { planned: 'Planned', 'in-progress': 'In progress', done: 'Done' } as Readonly<Record<DeskState, string>>,
  details: 'Status & notes',
  state: 'Status',
  assignee: 'Assigned to',
  nobody: 'Nobody',
  due: 'Due day',
  dueOn: (day: string) => `due ${day}`,
  overdue: (day: string) => `overdue since ${day}`,
  putBy: (name: string) => `Put here by ${name}`,
  notes: 'Notes',
  noteCount: (count: number) => plural(count, 'note', 'notes'),
  noNotes: 'No notes yet.',
  note: 'New note',
  addNote: 'Add note',
  removeNote: 'Delete note',
  log: 'Activity',
  noLog: 'Nothing has happened yet.',
  put: 'Put on the desk',
  there: 'On the desk',
  takeOff: 'Take off the desk',
  takeOffSure: 'Take off and delete its notes',
  acts: {
    put: (name: string) => `${name} put it on the desk`,
    assigned: (name: string, to: string) => `${name} assigned it to ${to}`,
    free: (name: string) => `${name} assigned it to nobody`,
    state: (name: string, state: string) => `${name} set the status to “${state}”`,
    due: (name: string, day: string) => `${name} set the due day to ${day}`,
    notDue: (name: string) => `${name} removed the due day`,
    noted: (name: string) => `${name} added a note`,
    removed: (name: string) => `${name} took it off the desk`,
  },
}

export type DeskWords = typeof desk
