/**
 * Words for outcomes, in the forms used in news. Each line is one matter; a slash separates words that can't be true together, and a mark
 * stands for a space within a phrase. Nouns are listed only where news uses them for the outcome.
 */
const ENGLISH = `
  arrested detained jailed imprisoned remanded was_held were_held being_held / released freed bailed liberated set_free
  kidnapped abducted captured taken_hostage held_hostage / released freed rescued liberated escaped set_free
  arrested detained / charged indicted / questioned
  accused charged indicted suspected / convicted guilty sentenced / acquitted cleared innocent exonerated
  jailed / freed released acquitted cleared
  upheld / overturned quashed annulled reversed struck_down
  rose rise rises rising risen climbed climbs increased increases grew jumped soared surged gained / fell fall falls falling fallen dropped drops decreased declined declines shrank slid plunged tumbled slumped
  increase / decrease
  raised raises raise raising hiked / cut cuts cutting lowered lowers reduced reduces
  higher / lower
  up / down
  more / fewer less
  gains / losses
  profit / loss
  strengthened / weakened
  won wins win beat / lost loses lose
  gained / lost
  granted / denied refused rejected
  accepted agreed_to / rejected refused declined turned_down
  approved passed adopted ratified / rejected vetoed defeated blocked shelved voted_down turned_down
  passed / failed
  signed / vetoed rejected shelved
  confirmed / denied
  denied denies / admitted admits confessed
  supports backs / opposes
  supported backed endorsed / opposed
  for / against
  opened reopened opens reopens opening reopening / closed shut closes shuts closing shuttered
  open reopen / close shut
  suspended halted paused stopped suspends halts / resumed restarted resumes restarts
  suspend halt / resume restart
  started began begun / ended finished concluded
  extended / ended
  imposed / lifted eased
  was_held were_held took_place / canceled cancelled postponed called_off
  hired appointed reinstated / fired sacked dismissed ousted / resigned
  joined / left quit
  deployed / withdrew withdrawn
  bought acquired / sold
  allowed permitted legalized / banned barred prohibited outlawed
  praised hailed / criticized condemned denounced
  captured / surrendered
  survived / died killed
  alive / dead
  killed / injured wounded hurt
  missing / found rescued
  before / after
  first / last
  north northern / south southern
  east eastern / west western
  safe / unsafe
  legal lawful / illegal unlawful
  likely / unlikely
  true / false`

const FRENCH = `
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
  vrai / faux`

const GERMAN = `
  festgenommen verhaftet inhaftiert / freigelassen enthaftet entlassen
  entführt / freigelassen befreit
  festgenommen / befragt vernommen
  angeklagt beschuldigt verdächtigt / verurteilt schuldig / freigesprochen unschuldig
  gestiegen stieg stiegen steigt steigen gewachsen zugenommen / gefallen fiel fielen gesunken sank sanken sinkt sinken geschrumpft abgenommen
  erhöht erhöhte / gesenkt senkte
  mehr / weniger
  höher / niedriger
  gewonnen gewann gewinnt / verloren verlor verliert
  angenommen gebilligt zugestimmt verabschiedet beschlossen / abgelehnt verworfen gekippt zurückgewiesen
  bestätigt bestätigte / dementiert dementierte
  bestätigt bestätigte / aufgehoben
  bestritt bestritten / gestand gestanden
  unterstützt / ablehnt
  für / gegen
  geöffnet eröffnet wiedereröffnet öffnet öffnete öffnen / geschlossen schließt schloss schließen
  ausgesetzt unterbrochen / fortgesetzt wiederaufgenommen
  begonnen begann / beendet endete
  ernannt / entlassen abberufen gefeuert
  erlaubt genehmigt / verboten untersagt
  verhängt / aufgehoben gelockert
  gekauft / verkauft
  getötet / verletzt
  vor / nach
  norden / süden
  lebend / tot
  legal rechtmäßig / illegal rechtswidrig
  wahr / falsch`

const SPANISH = `
  detenido detenida detenidos detuvo detuvieron arrestado arrestada arrestó encarcelado / liberado liberada liberados liberó liberaron excarcelado
  secuestrado secuestrada secuestrados secuestró secuestraron / liberado liberada liberados liberó liberaron rescatado rescatados
  detenido / interrogado
  acusado acusada imputado imputada / condenado condenada condenó culpable / absuelto absuelta absolvió inocente
  subió subieron sube suben aumentó aumentaron aumento creció crecieron / bajó bajaron baja bajan disminuyó descenso cayó cayeron
  más / menos
  ganó ganado gana / perdió perdido pierde
  aceptó aceptado aprobó aprobado aprobada aprobaron ratificó / rechazó rechazado rechazada rechazaron vetó
  confirmó / desmintió
  confirma / desmiente
  confirmó / anuló
  negó niega / admitió admite confesó
  apoya / rechaza
  favor / contra
  abierto abierta abrió abre reabrió abrir reabrir / cerrado cerrada cerró cierra cerrar
  suspendió suspendido suspendida / reanudó reanudado reanudada
  empezó comenzó / terminó
  nombró nombrado nombrada / destituyó destituido destituida despidió
  permite permitió / prohíbe prohibió
  impuso / levantó
  compró / vendió
  muertos / heridos
  antes / después
  norte / sur
  vivo viva vivos / muerto muerta muertos
  legal / ilegal
  cierto / falso`

const ARABIC = `
  اعتقل اعتقلت اعتقال احتجز احتجزت احتجاز توقيف / أفرج أفرجت إفراج سراح سراحه سراحها سراحهم إخلاء_سبيل
  خطف خطفت اختطف اختطفت اختطاف / أفرج أفرجت إفراج سراح سراحه سراحها سراحهم حرر حررت
  متهم اتهم اتهمت / أدين أدينت مدان مذنب إدانة أدانت / برئ برئت بريء برأت تبرئة
  ارتفع ارتفعت ارتفاع زاد زادت صعد صعدت صعود / انخفض انخفضت انخفاض تراجع تراجعت هبط هبطت هبوط
  أكثر / أقل
  فاز فازت فوز / خسر خسرت خسارة
  قبل قبلت وافق وافقت أقر أقرت / رفض رفضت
  أكد أكدت / نفى نفت
  نفى نفت / اعترف اعترفت
  أيد أيدت / ألغى ألغت
  يؤيد / يعارض
  فتح فتحت أعاد_فتح إعادة_فتح / أغلق أغلقت إغلاق
  علق علقت تعليق / استأنف استأنفت استئناف
  بدأ بدأت / انتهى انتهت
  عين عينت تعيين / أقال أقالت إقالة
  فرض فرضت فرض / رفع رفعت ألغى ألغت
  اشترى اشترت / باع باعت
  قتل قتلت / أصيب أصيبت جرح
  قبل / بعد
  شمال شمالي / جنوب جنوبي
  حي / ميت
  صحيح / كاذب`

/** Words are only compared within a language, because they may mean something else in another. */
export const OUTCOME_WORDS: readonly string[] = [ENGLISH, FRENCH, GERMAN, SPANISH, ARABIC].flatMap((lines) =>
  lines.trim().split('\n'),
)
