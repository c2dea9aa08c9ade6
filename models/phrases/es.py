"""Spanish."""

from models.phrases.parts import phrases

_ADVERB = r"(?:(?:ya|solo|sólo|realmente|de_verdad|tanto|mucho|muchas_ganas|simplemente|hoy|esta_noche|mejor)_)*"
_HARM = (
    r"(?:matarme|suicidarme|ahorcarme|colgarme|quitarme_(?:la_vida|del_medio|de_en_medio)|acabar_con_(?:mi_vida|todo_esto)"
    r"|terminar_con_mi_vida|hacerme_daño|cortarme(?!_el_pelo)|lastimarme|tirarme_(?:del|de|desde|al)|hacerme_algo)\b"
)
_GONE = (
    r"(?:morir(?:me)?|estar_muert[oa]"
    r"|dejar_de_(?:vivir|existir)|desaparecer_para_siempre)\b(?!_(?:de_(?!verdad)|por_ver))"
)
_KIN = (
    r"\b(?:él|el|ella|alguien|amig[oa]|herman[oa]|madre|mamá|mama|padre|papá|papa|hij[oa]|espos[oa]|marido|mujer|novi[oa]"
    r"|pareja|prim[oa]|compañer[oa]|vecin[oa]|usuari[oa]|miembro|chic[oa]|tí[oa]|abuel[oa]|ex)\b"
)
_THEM = r"(?:matarse|suicidarse|quitarse_la_vida|ahorcarse|hacerse_daño|tirarse|acabar_con_su_vida|cortarse)"

PHRASES = phrases(
    intent=rf"""\b(?:quiero|necesito|deseo|quisiera|planeo|pienso|decidí|he_decidido|voy_a|tengo_ganas_de|estoy_a_punto_de
            |intentaré|intento|estoy_pensando_en|pensando_en|pienso_en|ganas_de)_{_ADVERB}(?:{_HARM}|{_GONE})
        |\bme_(?:quiero|voy_a)_{_ADVERB}(?:morir|matar|suicidar|ahorcar|colgar|cortar(?!_el_pelo))\b(?!_(?:de_(?!verdad)|por_ver))
        |\bno_{_ADVERB}quiero_{_ADVERB}(?:vivir|seguir_(?:viviendo|viv[oa]|aquí|en_este_mundo|con_vida)|existir|estar_viv[oa]|despertar)
        |\bme_(?:mato|suicido)\b|\btengo_pensamientos_(?:de_suicidio|suicidas)\b|\bpens(?:ar|ando)_en_quitarme_la_vida\b
        |\btengo_(?:un_plan_para|pensado)_(?:{_HARM}|morir)""",
    time=r"""\b(?:hoy|mañana|ahora|ahora_mismo|ya|pronto)\b|\besta_(?:noche|tarde|mañana|semana)\b|\beste_(?:finde|fin_de_semana)\b
        |\ben_(?:un_rato|unos_minutos|\d+_(?:minutos|horas|días))\b|\bcuando_(?:todos|todo_el_mundo|mi|se)\b
        |\b(?:última|ultima)_(?:noche|vez)\b|\búltimo_(?:día|mensaje)\b""",
    means=r"""\b(?:tengo|compré|conseguí|encontré|sostengo|agarré|estoy_con)\b.{0,40}\b(?:pastillas|cuerda|soga|pistola|arma|cuchillo|cuchilla|navaja)\b
        |\b(?:pastillas|cuerda|soga|pistola|cuchillo|cuchilla)\b.{0,30}\b(?:en_la_mano|en_mis_manos|delante|aquí|a_mi_lado|list[ao]s?)\b
        |\b(?:en|sobre)_(?:el|la)_(?:puente|azotea|tejado|cornisa|andén|balcón|borde)\b""",
    attempt=r"""\b(?:acabo_de_)?(?:tom(?:é|arme|ar)|tragué|tragarme|he_tomado)_
            (?:una_sobredosis|(?:tod[oa]s|un_montón_de|demasiad[oa]s|muchas|\d\d+|el|la)_(?:las_|los_|mis_|de_)*
            (?:pastillas|medicinas|medicamentos|frasco_enter[oa]|bote_enter[oa]|caja_enter[oa]))\b(?!.*\b(?:desayuno|médic[oa]_dijo|tos)\b)
        |\bme_l[ao]s_(?:tomé|tragué|he_tomado)_tod[oa]s\b
        |\b(?:anoche|ayer|hoy|esta_mañana)_(?:\w+_)?intenté_(?:suicidarme|matarme|quitarme_la_vida)\b
        |\bintenté_(?:suicidarme|matarme|quitarme_la_vida)_(?:anoche|ayer|hoy|esta_\w+)\b
        |\bacabo_de_(?:cortarme|intentar_(?:matarme|suicidarme))\b|\bme_estoy_(?:cortando|desangrando)\b""",
    other_intent=rf"""{_KIN}[^.?!]{{0,70}}\b(?:quiere|va_a|piensa|amenaza_con|está_a_punto_de|intenta|dice_que|escribió_que|planea)\b
            [^.?!]{{0,25}}\b(?:{_THEM}|se_(?:va_a|quiere)_(?:matar|suicidar|tirar|ahorcar)|morir(?:se)?\b)
        |{_KIN}[^.?!]{{0,40}}\bse_(?:va_a|quiere)_(?:matar|suicidar|tirar|ahorcar)\b
        |{_KIN}[^.?!]{{0,40}}\bse_(?:tomó|tragó|ha_tomado)\b[^.?!]{{0,30}}\b(?:pastillas|todo)\b
        |{_KIN}[^.?!]{{0,50}}\b(?:carta|mensaje|nota)_de_(?:despedida|suicidio)\b""",
    urgent=r"""\b(?:ahora|ahora_mismo|hoy|esta_noche|acaba_de|ya)\b|\bno_(?:contesta|responde|abre|coge|sale)\b|\bqué_hago\b|\bque_hago\b
        |\bayuda\b|\bencerrad[oa]\b|\ben_(?:la_mano|el_puente|la_azotea|el_tejado)\b""",
    earnest=r"""\bno_(?:es_broma|estoy_bromeando|bromeo)\b|\b(?:en_serio|de_verdad|lo_digo_en_serio|va_en_serio)\b""",
    past=r"""\bhace_(?:\w+_)?(?:años|meses|semanas|tiempo)\b|\bcuando_(?:era|tenía|estaba)\b|\ben_(?:19|20)\d\d\b|\bel_año_pasado\b|\bantes_\w+ía\b
        |\bde_(?:joven|adolescente|niñ[oa])\b""",
    figurative=r"""\b(?:(?:ja){2,}j?|(?:je){2,}|jaja\w*|lol|xd)\b|[😂🤣💀😆😹]|\b(?:tarea|deberes|examen|exámenes|lunes|reunión|reuniones|risa|vergüenza
        |aburrimiento|calor|hambre|tráfico|wifi)\b""",
    fiction=r"""[🎵🎶♪]|\b(?:letra|canción|cancion|canta\w*|película|peli|libro|novela|capítulo|episodio|personaje|escena|serie|juego|partida
        |jefe|poema|documental|podcast|artículo|estudio|curso|taller|meme)\b""",
    supposed=r"""\b(?:si|cuando)_(?:alguien|tú|tu|una_persona|un_\w+|te|ustedes|la_gente|ellos)\b|\b(?:dijiste|escribiste|preguntas?|preguntan|dicen)\b
        |\bqué_(?:pasa|hace|hago)_(?:si|cuando)\b|\bcómo_(?:puedo|se|ayudo)\b|\bnunca_(?:voy|me)\b""",
    denied=r"""\b(?:no|nunca|jamás|sin|tampoco|ni)_(?:(?:es_que|digo_que|que|me|yo|realmente|de_verdad|estoy)_)?\Z""",
    asks=r"""\b(?:piensas|estás_pensando|quieres|has_pensado|tienes_ganas)\b.{0,50}\b(?:suicid\w*|matarte|quitarte_la_vida
        |hacerte_daño|morir|segur[oa])\b""",
    yes=r"""\A(?:(?:sí|si|sip|claro|a_veces|todo_el_tiempo|siempre|cada_día|la_verdad|que|un_poco|mucho|esta_noche|creo)
        [ .,!]*)+\Z""",
)
