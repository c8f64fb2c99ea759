import type { PageFeedWords } from './page-feeds-en.ts'

export const pageFeedsFr: PageFeedWords = {
  title: 'Faire un flux d’une page',
  lead: 'Pour un site sans flux : la liste de titres d’une de ses pages est relue régulièrement, et ce qui y est nouveau devient une entrée.',
  link: 'Faire un flux de cette page',
  address: 'Adresse de la page qui porte les titres',
  look: 'Regarder',
  finds: (count) => `Ce que la règle trouve maintenant : ${count}`,
  shown: (count) => `Les ${count} premières sont montrées.`,
  rule: 'La règle',
  ruleNote:
    'Chaque champ prend un sélecteur CSS. Changez-en un et regardez de nouveau ; rien n’est ajouté avant que vous ne vous abonniez.',
  fields: {
    items: 'Une entrée',
    title: 'Son titre',
    link: 'Son lien',
    date: 'Son heure',
    summary: 'Son résumé',
    image: 'Son image',
    author: 'Son auteur',
  },
  hints: {
    items: 'Ce qui entoure un titre et tout ce qui va avec, par exemple article.teaser',
    title: 'Vide : l’intertitre, sinon les mots du lien',
    link: 'Vide : le lien autour du titre ou dedans',
    date: 'Vide : un élément time',
    summary: 'Vide : aucun',
    image: 'Vide : la première image',
    author: 'Vide : aucun',
  },
  again: 'Regarder de nouveau',
  subscribe: 'S’abonner à ce flux',
  name: 'Nom du flux',
  others: 'Autres listes de cette page',
  other: (number) => `Liste ${number}`,
  noPreview: 'Il n’y a pas encore de flux',
  picture: 'avec une image',
  madeOf: 'Fait d’une page par une règle',
  ofSitemap: 'Lu dans un plan de site d’actualités',
  change: 'Voir et changer la règle',
  kinds: {
    sitemap: 'plan de site d’actualités : ce que le site dit aux moteurs de recherche',
    page: 'fait de la page par une règle de ce serveur',
    bridge: 'fait par une passerelle de ce serveur',
  },
  offers: 'La page n’annonce aucun flux, mais ceci peut en tenir lieu.',
  problems: {
    'rule-empty': [
      'La règle ne trouve plus rien sur la page.',
      'Le site a sans doute été refait. Toutes les entrées déjà venues sont encore là ; changez la règle, et le flux continue.',
    ],
    'no-rule': [
      'Il n’y a plus de règle pour cette page.',
      'Refaites le flux, ou écrivez une règle dans le fichier des règles.',
    ],
    'bad-selector': ['La règle est inutilisable.', 'Changez-la.'],
    'too-much-work': ['La règle prend trop de temps sur cette page.', 'Employez des sélecteurs plus simples.'],
    'page-too-slow': [
      'La page a été trop longue à lire.',
      'Un nouvel essai aura lieu. Si cela dure, employez des sélecteurs plus simples.',
    ],
    'not-a-sitemap': [
      'Il n’y a plus de plan de site à cette adresse.',
      'Ajoutez le site de nouveau pour chercher ce qu’il offre maintenant.',
    ],
  },
  refused: {
    'rule-empty': [
      'Le sélecteur d’une entrée ne trouve rien sur cette page.',
      'Regardez la source de la page dans un navigateur : une page remplie par un script ne nous montre rien.',
    ],
    'rule-untitled': [
      'Des entrées sont trouvées, mais aucune avec un titre et un lien.',
      'Dites où se trouvent le titre et le lien dans une entrée.',
    ],
    'bad-selector': ['Un des sélecteurs est inutilisable.', 'Voyez ce qui est dit plus bas, et changez-le.'],
    'too-much-work': ['Les sélecteurs prennent trop de temps sur cette page.', 'Employez-en de plus simples.'],
    'page-too-slow': [
      'La page a été trop longue à lire.',
      'Employez des sélecteurs plus simples, ou une autre page du site.',
    ],
    'no-list': [
      'Aucune liste de titres n’a été trouvée sur cette page.',
      'Essayez la page d’une rubrique, ou dites par un sélecteur ce qu’est une entrée.',
    ],
    'others-read-it': [
      'D’autres ici lisent cette page par une autre règle.',
      'Abonnez-vous au leur parmi les flux de ce serveur, ou demandez au propriétaire de le changer.',
    ],
    'no-rsshub': [
      'C’est une adresse de RSSHub, et ce serveur n’en a pas.',
      'Le propriétaire peut régler TWOSOURCE_RSSHUB.',
    ],
  },
}
