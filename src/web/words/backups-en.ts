/** The words of copies of the database that are made by themselves. */
export type BackupWords = {
  readonly byItself: string
  readonly schedule: (hours: number, kept: number) => string
  readonly noSchedule: string
}

export const backupsEn: BackupWords = {
  byItself: 'made by itself',
  schedule: (hours, kept) =>
    `${hours === 24 ? 'Every day' : hours === 1 ? 'Every hour' : `Every ${hours} hours`} a copy is made by itself and read again to the last page; ${kept === 1 ? 'the newest is kept' : `the newest ${kept} are kept`}. Those you ask for stay until you delete them.`,
  noSchedule: 'None is made by itself: TWOSOURCE_BACKUP_HOURS is 0.',
}
