import type { NameWords } from '../name-words.ts'

/** How Spanish writes the names of people. */
export const spanishNames: NameWords = {
  capitalized: {
    titles: String.raw`Sr\.?|Sra\.?|Srta\.?|D\.|Dña\.?|Dr\.?|Dra\.?|Don|Doña|Ministr[oa]|Presidente|Presidenta|Padre|Madre|General|Coronel|Monseñor|Profesora?|Señora?`,
    abbreviations: 'Sra?|Srta|Dra|Dña',
    roles:
      'notario|médico|médica|periodista|panadero|panadera|agricultor|agricultora|pintor|pintora|poeta|músico|ingeniero|ingeniera|profesor|profesora|enfermero|enfermera|bombero|policía|activista|sindicalista|bloguero|artista|fotógrafo|fotógrafa|víctima|acusado|acusada|rehén|pescador|marinero|presidente|presidenta|ministro|ministra|portavoz|alcalde|alcaldesa|secretario|secretaria|general|señor|señora|gobernador|gobernadora|director|directora|jefe|jefa|diputado|diputada|senador|senadora|juez|jueza|rey|reina|príncipe|princesa|candidato|candidata|consejero|consejera|concejal|concejala|actor|actriz|cantante|jugador|jugadora|entrenador|entrenadora|capitán|coronel|prefecto|obispo|arzobispo|cardenal|papa|imán|rabino|canciller|embajador|embajadora|escritor|escritora|rapero|rapera|futbolista|campeón|campeona|cirujano|cirujana|banquero|multimillonario|comisario|comisaria|fiscal|cineasta|empresario|empresaria|intendente',
    bodies:
      'Gobierno|Banco|Cruz|Radio|Ayuntamiento|Comisión|Universidad|Partido|Policía|Guardia|Ministerio|Nacional|Central|Unión|Consejo|Tribunal|Instituto|Asociación|Federación|Agencia|Grupo|Club|Real|República|Puerto|Corte|Congreso|Senado|Junta|Cámara|Televisión|Fundación|Ciudad|Sindicato|Organización|Museo|Teatro|Festival|Roja',
    prepositions: 'de|del|a|al|con|contra|por|para|en|sobre|ante|entre|hacia|sin|desde|y|e',
    articles: 'el|la|los|las|una?|su',
    particles: 'de|del|de la|de los|von|van|da|dos|al|el|bin',
    openers:
      'Según|Pero|Para|Con|Y|Cuando|El|La|Los|Las|Un|Una|Su|Sus|Lo|Este|Esta|Estos|Estas|Ese|Esa|En|De|Del|Al|A|Ante|Tras|Por|Si|Sin|Como|No|Ya|Hoy|Ayer|Así|También|Entre|Desde|Hasta|Nos|Me|Se|Le|Es|Hay|Él|Ella|Ellos',
  },
}
