import type { NameWords } from '../name-words.ts'

/** How French writes the names of people. */
export const frenchNames: NameWords = {
  capitalized: {
    titles: String.raw`M\.|Mme|MM\.|Mgr|Me|Mlle|Dr|Pr|Président(?:e)?|Ministre|Maire|Professeure?|Docteure?|Monsieur|Madame|Général|Colonel|Capitaine|Sœur|Père`,
    abbreviations: 'Mme|MM|Mgr',
    roles:
      'notaire|médecin|journaliste|boulanger|boulangère|agriculteur|agricultrice|peintre|poète|musicien|musicienne|ingénieure?|professeure?|infirmier|infirmière|pompier|policier|policière|militante?|syndicaliste|blogueur|blogueuse|artiste|photographe|victime|suspect|suspecte|accusée?|otage|défunte?|pêcheur|marin|président|présidente|ministre|maire|porte-parole|secrétaire|général|générale|chef|cheffe|gouverneure?|procureure?|commandante?|capitaine|colonel|juge|directeur|directrice|députée?|sénateur|sénatrice|avocate?|candidate?|conseiller|conseillère|patron|patronne|roi|reine|prince|princesse|acteur|actrice|chanteur|chanteuse|joueur|joueuse|entraîneur|entraîneuse|préfet|préfète|évêque|archevêque|cardinal|pape|imam|rabbin|chancelier|chancelière|ambassadeur|ambassadrice|sultan|émir|cheikh|rappeur|rappeuse|écrivaine?|romancier|romancière|footballeur|footballeuse|champion|championne|chirurgien|chirurgienne|banquier|milliardaire|commissaire|cinéaste|réalisateur|réalisatrice|élue?',
    bodies:
      'Croix|Banque|Ministère|Parti|Conseil|Union|Radio|Agence|Université|Institut|Fédération|Syndicat|Société|Groupe|Club|Nationale?|Centrale?|Rouge|République|Ligue|Cour|Chambre|Assemblée|Sénat|Ville|Région|Association|Fondation|Télévision|Police|Gendarmerie|Maison|Théâtre|Musée|Festival',
    prepositions:
      "visant|montrant|concernant|évoquant|moquant|caricaturant|dénonçant|accusant|critiquant|ciblant|soutenant|défendant|menaçant|insultant|parodiant|de|du|des|d['’]|à|au|aux|avec|contre|par|chez|sur|sous|vers|en|dans|envers|sans|et",
    articles: "le|la|les|l['’]|une?|son|sa",
    particles: 'de|du|des|de la|von|van|der|el|al|ben|bin|di|da',
    openers:
      'Selon|Pour|Avec|Mais|Puis|Et|Or|Si|Chez|Contre|Après|Avant|Que|Quand|Comme|Donc|Le|La|Les|Un|Une|Des|Ce|Cette|Ces|Son|Sa|Ses|Leur|Leurs|Mon|Notre|Il|Elle|Ils|Elles|On|Dans|Sur|En|À|Au|Aux|Interrogée?|Ainsi|Enfin|Hier|Aujourd|Plus|Pas|Aucune?',
    // `l’avocate qui défend X`
    relatives: [{ before: /\p{Ll}[\s,]+(?:qui|dont)\s[^,.;:«»]*$/u }],
  },
}
