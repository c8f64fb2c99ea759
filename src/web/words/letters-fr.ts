import type { LettersWords } from './letters-en.ts'

export const lettersFr: LettersWords = {
  title: 'Lettres d’information',
  lead: 'Créez une adresse pour une lettre d’information et abonnez-vous avec elle. Ce qui arrive devient un flux à vous.',
  name: 'Nom de la lettre',
  folder: 'Dossier (facultatif)',
  make: 'Créer une adresse',
  made: 'L’adresse est créée',
  madeNote:
    'Donnez-la là où la lettre demande votre adresse électronique. Le message qui demande de confirmer arrive ici aussi : ouvrez-le et suivez son lien.',
  tooMany: (most) => `Vous avez ${most} adresses. Supprimez d’abord un flux de lettres.`,
  off: 'Les lettres ne sont pas encore reçues ici',
  offNote: 'C’est à qui gère ce serveur de l’activer.',
  ownerNote: 'Réglez TWOSOURCE_MAIL_PORT et TWOSOURCE_MAIL_DOMAIN ; le guide dit comment le courrier arrive ici.',
  none: 'Aucune adresse',
  noneNote:
    'Une par lettre : si l’une d’elles parvient à d’autres, vous savez qui l’a donnée et ne fermez que celle-là.',
  address: 'Adresse',
  letters: (count, shown) => (count === 1 ? '1 lettre' : `${shown} lettres`),
  lastLetter: 'la dernière',
  noLetter: 'pas encore de lettre',
  ended: 'fermée : lettres refusées depuis',
  end: 'Fermer',
  endSure: 'Oui, refuser les lettres désormais',
  endedNow: 'Les lettres à cette adresse sont refusées désormais. Ce qui est arrivé reste.',
  private:
    'Vous seul voyez ce qui arrive ici : rien n’en figure dans les recherches, les sujets ou les listes des autres, pas même de qui gère ce serveur.',
  leaveAt: 'Quitter cette liste sur',
  leaveByMail: 'Quitter cette liste par courrier à',
  leaveNote: 'rien n’est envoyé sans vous',
  leftOut: (count) =>
    count === 1 ? 'Un fichier joint n’est pas conservé :' : `${count} fichiers joints ne sont pas conservés :`,
  unnamedFile: 'sans nom',
  unreadable: [
    'Une lettre n’a pas pu être lue et a été refusée.',
    'Son expéditeur en est averti. La prochaine lettre lisible efface cette note.',
  ],
}
