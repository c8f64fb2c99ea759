/** The words for a disk that is full. */
export type RoomWords = {
  readonly title: string
  /** On every page, while it is so. */
  readonly note: string
  /** Leads who runs the house to where the sizes stand. */
  readonly whatToDo: string
  /** What a form is answered that could not be kept. */
  readonly refused: string
}

export const roomEn: RoomWords = {
  title: 'The disk of this server is full',
  note: 'You can read everything. News and changes are not kept until there is room again; then all goes on by itself.',
  whatToDo: 'What takes up room',
  refused: 'This could not be kept, and nothing was changed. Do it again when there is room.',
}
