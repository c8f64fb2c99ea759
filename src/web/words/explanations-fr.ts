import type * as en from './explanations-en.ts'

export const explanations: typeof en.explanations = [
  {
    id: 'independence',
    title: 'Comptes rendus indépendants',
    caption:
      'Huit articles sur un événement : cinq publient un même compte rendu, deux un autre, un est seul. Trois comptes rendus indépendants.',
    paragraphs: [
      'Vingt médias peuvent publier un seul compte rendu. Les articles dont les phrases se retrouvent mot pour mot dans un autre forment un groupe, et un groupe compte une fois, quel que soit le nombre de titres qui le publient. Un sujet de 27 articles et 4 comptes rendus indépendants a été rapporté quatre fois et copié 23 fois.',
      'On sait qui l’a eu en premier par une mention (« avec une agence »), sinon par l’heure la plus ancienne que nous ayons vue. Quand rien ne le dit, la page indique qu’on ne le sait pas.',
      'Partager une citation n’est pas copier : deux journalistes dans une même salle notent les mêmes mots. Les médias d’un même propriétaire ne sont pas comptés comme indépendants les uns des autres.',
      'La part « propre » est celle des mots d’un article qui ne figurent dans aucun article antérieur du sujet. Chaque sujet montre ses comptes rendus un par un, avec les phrases que leurs articles partagent et un lien vers les deux endroits.',
      'Certains articles disent les mêmes faits, avec les mêmes chiffres et dans le même ordre, en d’autres mots. Ils sont signalés. Ils comptent toujours : les deux peuvent le tenir d’un tiers, et nous ignorons qui l’a dit le premier.',
    ],
  },
  {
    id: 'today',
    title: 'Ce qui vient en tête, et les mots à côté',
    paragraphs: [
      'Viennent d’abord les sujets qui ont au moins deux comptes rendus indépendants, puis selon leur nombre, leur nouveauté et leur croissance. « Pourquoi ici », sous un sujet, dit d’où vient sa place. L’heure à côté est celle de son article le plus récent.',
      '« Nouveau » accompagne un sujet pendant ses six premières heures, « en cours » ensuite, tant que des articles arrivent, « modifié » pendant six heures après qu’un média s’est corrigé ou que le sort d’une promesse est connu. « Une seule source » veut dire qu’aucun autre compte rendu n’est connu, « récits divergents » que des déclarations s’y contredisent.',
    ],
  },
  {
    id: 'citations',
    title: 'Références',
    caption: 'Une affirmation de la page mène à la phrase dont elle vient, marquée dans son paragraphe.',
    paragraphs: [
      'Chaque affirmation d’un sujet nomme la phrase dont elle vient : le média et le numéro du paragraphe (¶). Le lien ouvre cette phrase dans son paragraphe.',
      'Avant d’écrire une page, chaque référence est comparée lettre à lettre au texte conservé. Une affirmation dont la référence ne tient pas est écartée, et la page dit combien l’ont été.',
      'Un article modifié devient une nouvelle révision. L’ancienne est gardée : une référence continue de dire ce qu’elle disait.',
    ],
  },
  {
    id: 'differences',
    title: 'Là où les récits divergent',
    caption: 'Deux versions côte à côte, chacune avec sa source. Pas de verdict entre elles.',
    paragraphs: [
      'Deux affirmations ne sont mises côte à côte que si la phrase d’un journaliste dit qu’elles divergent, ou si un même chiffre est donné différemment pour le même moment. Cette phrase est citée elle aussi.',
      'Il n’y a pas de verdict : les deux sont montrées, avec leurs auteurs. Un nombre qui augmente d’heure en heure est une mise à jour, pas une divergence.',
    ],
  },
  {
    id: 'confidence',
    title: 'Notre certitude sur qui parle',
    caption: 'Au-dessus de la ligne, l’auteur est nommé ; en dessous, la page dit « probablement ».',
    paragraphs: [
      'Une citation n’est montrée que telle qu’elle figure dans le texte. Son auteur est trouvé par un motif : un nom après les mots, un nom avant, un pronom, etc. Chaque motif a été éprouvé sur des articles annotés, et sa part de bonnes réponses figure sous « comment nous le savons ».',
      'En dessous de 60 %, la page dit « probablement ». Quand personne n’est nommé, la citation reste sans auteur.',
    ],
  },
  {
    id: 'dates',
    title: 'Dates et textes incomplets',
    paragraphs: [
      'Une date déduite de mots comme « vendredi » figure à côté de ces mots.',
      'Les pages payantes, les directs, les vidéos, les sommaires et les textes dont le début manque sont signalés comme tels et ne sont pas résumés comme des articles.',
    ],
  },
  {
    id: 'completeness',
    title: 'Ce que nous avons d’un article',
    caption: 'Complet, coupé par un péage, un résumé seulement, le début manquant : chacun est signalé.',
    paragraphs: [
      '« Texte intégral » veut dire que tout le texte de l’article a été trouvé, sur sa page ou dans son flux. Sinon, la mention dit ce qui manque : le seul texte du flux, un résumé, un accès payant, un début perdu, ou une page illisible. La page de l’article en donne la raison.',
      'Un texte incomplet n’est jamais résumé comme s’il était entier, et il n’est dit d’aucun média qu’il y omet quelque chose. Directs, vidéos, sons, galeries, revues et pages d’index sont nommés pour ce qu’ils sont.',
    ],
  },
  {
    id: 'privacy',
    title: 'Ce qui sort de cette machine',
    caption: 'Cette machine demande aux médias leurs flux et leurs pages. Rien sur vous n’en sort.',
    paragraphs: [
      'Le serveur demande aux médias leurs flux et leurs pages, et rien à personne d’autre. Votre navigateur ne s’adresse qu’à ce serveur : aucune image, police ni script ne vient d’ailleurs. Ce que vous lisez reste ici.',
    ],
  },
]
