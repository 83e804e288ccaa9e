"""The few words that Surefoot itself sets, in the language of the document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words. ``{}`` stands for numbers and titles, in the order given."""

    notes: str
    footnote: str
    """{number}"""
    back: str
    """{rank} {total}"""
    contents: str
    cited_in: str
    """{sections}"""
    image: str
    page: str
    """{number} {total}"""
    skip: str
    published: str
    start: str
    """Of the text, among the landmarks."""
    figure: str
    """{number}; so the next three."""
    table: str
    equation: str
    listing: str


_WORDS = {
    "en": Words("Notes", "Footnote {}", "Back to reference {} of {}", "Contents", "Cited in: {}", "Image",
                "Page {} of {}", "Skip to content", "Published", "Start of text",
                "Figure {}", "Table {}", "Equation {}", "Listing {}"),
    "fr": Words("Notes", "Note {}", "Retour à l’appel {} sur {}", "Sommaire", "Cité dans : {}", "Image",
                "Page {} sur {}", "Aller au contenu", "Publié", "Début du texte",
                "Figure {}", "Tableau {}", "Équation {}", "Listing {}"),
    "de": Words("Anmerkungen", "Fußnote {}", "Zurück zur Textstelle {} von {}", "Inhalt", "Zitiert in: {}", "Bild",
                "Seite {} von {}", "Zum Inhalt springen", "Veröffentlicht", "Textbeginn",
                "Abbildung {}", "Tabelle {}", "Gleichung {}", "Listing {}"),
    "es": Words("Notas", "Nota {}", "Volver a la llamada {} de {}", "Índice", "Citado en: {}", "Imagen",
                "Página {} de {}", "Ir al contenido", "Publicado", "Inicio del texto",
                "Figura {}", "Tabla {}", "Ecuación {}", "Listado {}"),
    "ar": Words("الحواشي", "حاشية {}", "العودة إلى الموضع {} من {}", "المحتويات", "ورد في: {}", "صورة",
                "صفحة {} من {}", "انتقل إلى المحتوى", "نُشر", "بداية النص",
                "الشكل {}", "الجدول {}", "المعادلة {}", "القائمة {}"),
    "ru": Words("Примечания", "Примечание {}", "Вернуться к ссылке {} из {}", "Содержание", "Упоминается в: {}",
                "Изображение", "Страница {} из {}", "Перейти к содержанию", "Опубликовано", "Начало текста",
                "Рисунок {}", "Таблица {}", "Уравнение {}", "Листинг {}"),
    "zh": Words("注释", "注释 {}", "返回引用处 {}/{}", "目录", "引用于:{}", "图像", "第 {} 页,共 {} 页",
                "跳到正文", "发布日期", "正文开始",
                "图 {}", "表 {}", "公式 {}", "代码 {}"),
    "ja": Words("注", "注 {}", "参照箇所 {}/{} に戻る", "目次", "参照箇所:{}", "画像", "{}/{} ページ",
                "本文へ移動", "発行日", "本文の始まり",
                "図 {}", "表 {}", "式 {}", "リスト {}"),
}  # fmt: skip


def words(language: str) -> Words:
    """Return the words for a BCP 47 ``language``; English where we have none."""
    return _WORDS.get(language.split("-")[0].lower(), _WORDS["en"])
