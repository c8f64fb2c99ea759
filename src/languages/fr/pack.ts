import { languagePack, type QuestionWords } from '../pack.ts'
import { frenchNames } from './names.ts'
import { frenchQuotations } from './quotations.ts'
import { frenchTimes } from './times.ts'

/** What a note calls its own article. */
const own = '(?:cet (?:article|entretien)|ce (?:texte|papier)|cette dépêche)'

const parts = {
  times: frenchTimes,
  quotations: frenchQuotations,
  questions: (): QuestionWords => ({
    signs:
      /(?:^|[\s'’-])(?:où|qui|quand|combien|pourquoi|comment|quel|quelle|quels|quelles|est-ce|qu['’]\p{L}+|que|le|la|les|des|du|une)(?=[\s'’?-]|$)/giu,
    patterns: [
      {
        sort: 'who-said',
        pattern: /\bqui (?:a|avait|est-ce qui a) (?:dit|déclaré|affirmé|promis|annoncé|estimé|assuré|prévenu)/iu,
      },
      {
        sort: 'said',
        pattern:
          /\bqu(?:e|['’])\s?(?:a|ont|dit|avait|disent)(?:-t-(?:il|elle))? ?(.+?)?\s?(?:dit|déclaré|affirmé|répondu|annoncé)\b/iu,
      },
      {
        sort: 'said',
        pattern: /\bque (?:dit|disent|pense|pensent|répond) (.+?)(?= (?:de|du|des|sur|à propos|au sujet)\b|\s?\?|$)/iu,
      },
      {
        sort: 'how-many',
        pattern:
          /\bcombien\b|\bquel(?:le)? (?:est |sera |était )?(?:le |la |l['’])?(?:nombre|part|pourcentage|montant|âge|proportion|prix|coût|taux|taille|longueur|hauteur|somme|bilan)(?![\p{L}])/iu,
      },
      { sort: 'when', pattern: /\bquand\b|\bquel(?:le)? (?:jour|date|année|mois|heure)\b/iu },
      { sort: 'where', pattern: /(?:^|[\s'’])où(?=[\s?]|$)|\bquel(?:le)? (?:ville|pays|lieu|région)\b/iu },
      { sort: 'why', pattern: /\bpourquoi\b|\bpour quelle raison\b/iu },
      { sort: 'how', pattern: /\bcomment\b/iu },
      { sort: 'who', pattern: /\bqui\b/iu },
      { sort: 'yes-no', pattern: /\best-ce qu(?:e|['’])/iu },
      { sort: 'what', pattern: /\bqu['’](?:est-ce|a|y)|\bque\b|\bquoi\b|\bquel(?:le)?s?\b/iu },
    ],
  }),
}

export const french = languagePack(parts, {
  code: 'fr',
  names: frenchNames,
  sentences: {
    titles: 'st ste m mm mme mmes mlle mlles me mgr pr vve',
    inner: 'av bd boul c.-à-d c.à.d p.ex ex env cf j.-c apr av.j.-c hab éd s.a s.a.r.l tél vs',
    final: 'etc',
    beforeNumber: 'no nº n° art p pp vol chap fig al t janv févr avr juil sept oct nov déc',
    starters: `le la les l' un une des du de ce cet cette ces il elle ils elles on nous vous je tu et mais ou où donc or ni car
        si en dans sur sous pour par avec sans selon après avant depuis quand comme lors leur leurs son sa ses c'est aussi
        ainsi enfin hier aujourd'hui qui que quoi pourquoi comment plus plusieurs`,
  },
  numbers:
    'deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 dix-sept=17 dix-huit=18 dix-neuf=19 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60',
  translation: {
    betweenNumbers: 'et cent cents mille',
    doubtfulNumbers: [2, 9],
    beforeUnit:
      '(?:\\d|(?<!\\p{L})(?:deux|trois|quatre|cinq|six|sept|huit|dix|onze|douze|vingt|trente|quarante|cinquante|soixante|cent|mille|millions? (?:de|d’)|milliards? (?:de|d’)))',
    units: {
      percent: '%|٪|pour ?cent|pourcentage',
      thousand: 'mille|milliers?',
      million: 'millions?',
      billion: 'milliards?',
      trillion: 'billions?|mille milliards',
      dollar: '\\$|dollars?|USD',
      euro: '€|euros?|EUR',
      pound: '£|livres?|GBP',
      kilometer: 'kilomètres?|km',
      mile: 'milles?|miles?',
      meter: 'mètres?|m',
      kilogram: 'kilogrammes?|kilos?|kg',
      ton: 'tonnes?',
      hectare: 'hectares?',
      minute: 'minutes?|min',
      hour: 'heures?|h',
      day: 'jours?|journées?',
      week: 'semaines?',
      month: 'mois',
      year: 'ans?|années?',
      decade: 'décennies?',
    },
    negation: {
      plain:
        /\bn(?:e\s|['’])[^.;]{0,60}?(?<!\p{L})(?:pas|jamais|rien|personne|aucune?|nulle|plus(?!\s(?:en|de\s\p{Nd})))(?!\p{L})|(?<!\p{L})(?:personne|rien|aucune?)\s[^.;]{0,40}?\bn(?:e\s|['’])/iu,
      any: /(?<!\p{L})(?:(?:ne|pas|jamais|rien|personne|aucune?|nulle?|sans|non|ni|faute|peu|encore|avant|hors)(?!\p{L})|n['’]|refus|ni(?:e|é|er|ent|ait|és|ées?)(?!\p{L})|rejet|échou|échec|manqu|impossib|improbab|incapab|incertain|inconnu|indemne|inchang|indisponib|insuffis|inachev|illég|seul|cess|évit|empêch|interdi|absen|démen)/iu,
    },
  },
  relativeLength: 1.17,
  leaning:
    "il|elle|ils|elles|on|nous|je|cela|ceci|ça|ce|cette|ces|mais|et|or|donc|ainsi|cependant|toutefois|pourtant|celui-ci|celle-ci|ceux-ci|selon (?:lui|elle|eux)|son|sa|ses|leurs?|lui|puis|ensuite|enfin|de plus|en outre|par ailleurs|en revanche|là|c['’]est|c['’]était|celui|celle|ceux|d['’]autres|tous deux|toutes deux|cet|aussi|pour sa part|de son côté|à ses yeux|d['’]après (?:lui|elle|eux)",
  interpreting: {
    languages: {
      ar: 'arabe',
      fr: 'français',
      de: 'allemand',
      es: 'espagnol',
      en: 'anglais',
      '*': 'russe|ukrainien|hébreu|persan|farsi|turc|kurde|chinois|mandarin|japonais|coréen|hindi|ourdou|portugais|italien|néerlandais|flamand|polonais|grec|suédois|catalan|basque|quechua|swahili|peul|wolof|bambara|berbère|tamazight|pachto|arménien|géorgien|créole|langue des signes',
    },
    spokenIn: "(?<!\\p{L})(?:en (?:LANGUAGE)(?!\\p{L})|traduit(?:e|es|s)? (?:de l['’]|du )(?:LANGUAGE)(?!\\p{L}))",
    through:
      "(?<!\\p{L})(?:(?:par l['’]intermédiaire|avec l['’]aide) (?:d['’]une?|de son|de sa|de leur) (?:interprète|traduct(?:eur|rice))|via (?:une?|son|sa) (?:interprète|traduct(?:eur|rice))|(?:selon|d['’]après) (?:la|une) traduction)(?!\\p{L})",
    small:
      'le|la|les|de|des|du|et|à|est|sont|nous|vous|il|elle|on|je|que|qui|ce|pas|ne|un|une|notre|nos|dans|pour|en|au|aux|se|ma|mon',
  },
  stopWords: {
    articles: `le la les l un une des du de d au aux et ou où mais donc or ni car que qui quoi dont ce cet cette ces
son sa ses leur leurs mon ma mes ton ta tes notre nos votre vos il elle ils elles on nous vous je tu se s ne n pas plus
y en dans par pour sur sous avec sans entre vers chez est sont était étaient être été a ont avait avaient avoir eu fait
faire a-t-il selon après avant depuis pendant lors aussi même très tout tous toute toutes si comme dit ont-ils indiqué
déclaré affirmé annoncé ainsi alors encore deux trois an ans année années jour jours mois semaine heures lundi mardi
mercredi jeudi vendredi samedi dimanche hier`,
    sentences: `à ai au aucun aussi autre autres aux avait avec avoir c'est ce cela celle celui ces cet cette ceux chez comme d'un
d'une dans de des deux donc dont du elle elles en encore entre est et était été être eu eux fait il ils je jusque l'on la le les
leur leurs lors lui mais même mes moi mon n'a n'est ne nos notre nous on ont ou où par parce pas pendant peu plus pour qu'il qu'elle
quand que quel quelle qui s'est sa sans se selon ses si son sont sous sur ta te tes toi ton tous tout toute très tu un une vos votre
vous y`,
    questions: `a à ai au aucun aussi autre autres aux avait avec avoir ce cela celle celui ces cet cette ceux chez combien comme comment dans
de des deux dit donc dont du elle elles en encore entre est et été être eu eux fait il ils je la le les leur leurs lors lui mais même mes
moi mon ne nos notre nous on ont ou où par parce pas pendant peu plus pour pourquoi quand que quel quelle quelles quels qu qui quoi sa
sans se selon ses si son sont sous sur ta te tes toi ton tous tout toute très tu un une vos votre vous y propos sujet t-il t-elle ils avoir dire déclaré affirmé est-ce`,
  },
  newsWords: `président gouvernement ministre premier première pays état états national nationale public publique politique parti
chef groupe millions milliards euros pour cent nombre personnes personne homme femme enfants vie mort morts monde france
français française europe européen européenne international loi justice police ville région nord sud est ouest
guerre sécurité force forces attaque accord projet plan mesure mesures décision question situation crise santé travail
entreprise marché économie économique prix argent budget vote élection campagne droit droits tribunal enquête affaire
porte-parole responsable ancien nouveau nouvelle grand grande petit dernier dernière important possible
matin soir heure fin début partie place côté cas niveau service services information réseau site presse média
janvier février mars avril mai juin juillet août septembre octobre novembre décembre pouvoir devoir vouloir dire
mettre prendre donner trouver demander expliquer rester`,
  pronouns: 'il elle ils elles lui leur leurs celui-ci cela',
  opposites: `
  arrêté arrêtée arrêtés arrêtées interpellé interpellée interpellés interpellées incarcéré incarcérée écroué écrouée emprisonné / libéré libérée libérés libérées relâché relâchée relâchés relâchées en_liberté
  enlevé enlevée enlevés enlevées kidnappé kidnappés / libéré libérée libérés libérées relâché relâchée relâchés relâchées
  interpellé interpellée / entendu entendue
  inculpé inculpée accusé accusée soupçonné soupçonnée en_examen / condamné condamnée coupable / acquitté acquittée relaxé relaxée innocenté innocentée innocent
  augmenté augmente augmentent progressé grimpé bondi monté hausse / baissé baisse baissent reculé chuté diminué descendu
  plus / moins
  gagné gagne remporté remporte / perdu perd
  accepté accepte approuvé approuvée adopté adoptée validé ratifié / refusé rejeté rejetée repoussé
  signé / rejeté
  confirmé / démenti
  confirme / dément
  confirmé validé / annulé
  nié nie / reconnu avoué reconnaît
  pour / contre
  ouvert ouverte ouverts rouvert rouverte ouvre ouvrir rouvrir / fermé fermée fermés fermées ferme fermer
  suspendu suspendue suspendus suspend suspension / repris reprend reprise
  commencé / terminé
  nommé nommée embauché embauchée / limogé limogée licencié licenciée destitué destituée
  autorisé autorisée / interdit interdite
  maintenu maintenue / supprimé supprimée annulé annulée
  soutient / rejette
  imposé / levé
  acheté / vendu
  tué tués tuée tuées / blessé blessés blessée blessées
  avant / après
  nord / sud
  vivant vivante vivants / mort morte morts
  légal / illégal
  vrai / faux`,
  readingScale: 'lix',
  hasElision: true,
  irregularVerbs: `ouvrir:ouvert|ouverte|ouverts|ouvertes rouvrir:rouvert|rouverte|rouverts|rouvertes mettre:mis|mise prendre:pris|prise
    reprendre:repris|reprise`,
  ahead:
    "doit doivent va vont devrait devraient devra devront pourrait pourraient prévoit prévoient envisage envisagent compte comptent apprête apprêtent s'apprête s'apprêtent",
  shortOf: [
    [
      /^(?:tent(?:e|é|ait|ent)|essay(?:e|é|ait|ent)|menac(?:e|é|ait|ent)|refus(?:e|é|ait|ent)|promi(?:s|t|ettent))$/,
      /^de$|^d'/,
    ],
    [/^(?:failli|veut|veulent|voulait)$/, /^\p{L}+(?:er|ir|re|oir)$/u],
  ],
  notes: {
    labels: { retraction: 'rétractation', correction: 'rectificatifs?', clarification: 'précisions?' },
    openLabels: { 'editor-note': 'note de la rédaction', update: 'mise à jour' },
    retracted: String.raw`\b(?:${own} a été (?:retiré|dépublié|supprimé)e?|nous avons (?:retiré|dépublié|supprimé) ${own})(?!\p{L})`,
    changed: String.raw`\b(?:une (?:première|précédente) version de ${own}|une version (?:précédente|antérieure|initiale) de ${own}|${own} a été (?:\p{L}+ ){0,2}(?:modifié|corrigé|mis à jour|actualisé|amendé|rectifié|complété)|nous avons (?:corrigé|modifié|rectifié) [^.!?:]{0,60}\b${own})`,
    changedAfter: String.raw`\b(?:après (?:sa|la) publication|ajout d)`,
    clarified: 'précision',
    wrong: 'rectif|à tort|erreur|corrigé',
    trigger: 'rectifi|précision|rédaction|mise à jour|cet article|ce texte|nous avons',
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  },
  statements: {
    reporting: String.raw`affirm\p{L}+|indiqu\p{L}+|précis\p{L}+|annonc\p{L}+|déclar\p{L}+|dit|expliqu\p{L}+`,
    attributed:
      "selon|d[’']après|affirm(?:e|ent|é|ait)|déclar(?:e|ent|é|ait)|assur(?:e|ent|é|ait)|indiqu(?:e|ent|é)|accus(?:e|ent|é)|soutien(?:t|nent)|soutenu|prétend(?:ent|u)?|a dit|ont dit",
    says: 'a (?:dit|déclaré|affirmé|indiqué|assuré)|ont (?:dit|déclaré|affirmé|indiqué|assuré)',
    accordingTo: "[Ss]elon|[Dd][’']après",
    tellers: 'il|elle|ils|elles|son|sa|ses|leurs?',
    denials: 'pas|jamais|aucune?|nullement|sans',
    hedges: 'aurai(?:t|ent)|serai(?:t|ent)|peut-être',
    amounts: { all: 'tous|toutes', most: 'plupart|majorité', half: 'moitié', some: 'certains|certaines' },
    turnsBefore:
      "pas|jamais|aucune?|nullement|sans|si|qu[’']on dise|(?:ils?|elles?|on|certains|mes adversaires)(?: \\p{L}+){0,2} (?:dit|disent|prétend\\p{L}*|affirme\\p{L}*|croi\\p{L}+)",
    turnsAfter: "est (?:faux|un mensonge)|c[’']est (?:faux|un mensonge)",
    idleDenials: 'sans (?:aucun )?doute|pas seulement',
    answers: 'non|jamais',
    but: 'mais',
    speakerPronouns: 'je|nous',
  },
  sections: {
    World: 'monde internationale étranger',
    Politics: 'politique',
    Business: 'économie entreprises bourse',
    Health: 'santé',
    Culture: 'culture-société',
    Technology: 'technologie numérique',
    Local: 'région',
    Climate: 'climat environnement planète',
  },
  luring: "^(?:pourquoi|comment|ce qu(?:e|['’]il faut savoir)|voici (?:pourquoi|comment|ce que)|vous n['’]allez pas)",
})
