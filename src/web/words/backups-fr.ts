import type { BackupWords } from './backups-en.ts'

export const backupsFr: BackupWords = {
  byItself: 'faite d’elle-même',
  schedule: (hours, kept) =>
    `${hours === 24 ? 'Chaque jour' : hours === 1 ? 'Chaque heure' : `Toutes les ${hours} heures`}, une copie se fait d’elle-même et est relue jusqu’à la dernière page ; ${kept === 1 ? 'la plus récente est gardée' : `les ${kept} plus récentes sont gardées`}. Celles que vous demandez restent jusqu’à ce que vous les supprimiez.`,
  noSchedule: 'Aucune ne se fait d’elle-même : TWOSOURCE_BACKUP_HOURS vaut 0.',
}
