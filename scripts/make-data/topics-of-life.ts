import type { Topic } from "./topic.ts";

/** Kitchen, garden, journeys and school, in several languages. */
export const TOPICS_OF_LIFE: readonly Topic[] = [
  {
    questions: [
      "What can I cook tonight with chickpeas, spinach and half a lemon?",
      "My sourdough does not rise, what am I doing wrong?",
      "A dinner for six with one vegan, under an hour",
    ],
    followUps: [
      "Without an oven?",
      "What can I prepare the day before?",
      "How much of it for two?",
      "And something sweet?",
    ],
    heading: "How to do it",
    sentences: [
      "Warm the spices in oil first: their taste dissolves in fat, not in water.",
      "A young starter needs a week of regular feeding before it lifts a loaf.",
      "Salt the water well, because the pasta takes up nothing later.",
      "Acid at the end wakes up a dish that tastes of nothing in particular.",
      "Dough is ready when a dent comes back slowly, not when the clock says so.",
    ],
    points: [
      "Drain and dry the chickpeas",
      "Cut the onion fine and give it ten minutes",
      "Add the spinach last",
      "Taste before you salt again",
    ],
    table: {
      head: ["For", "Two", "Six"],
      rows: [
        ["Chickpeas", "1 tin", "3 tins"],
        ["Spinach", "200 g", "600 g"],
        ["Lemon", "½", "1½"],
      ],
    },
    code: null,
    formula: null,
  },
  {
    questions: [
      "Plan three quiet days in Lisbon in November",
      "Which night trains go from Vienna to Italy?",
      "What do I pack for a week of walking from hut to hut?",
    ],
    followUps: [
      "We have a child of four with us.",
      "And if it rains?",
      "Cheaper, please.",
      "How do we get to the airport?",
    ],
    heading: "A possible plan",
    sentences: [
      "Start early on the first day: the light is best and the lanes are empty.",
      "Book the night train as soon as it can be booked, because the beds go first.",
      "A second pair of shoes weighs more than it helps; a second pair of socks does not.",
      "Leave one afternoon open, or the plan will be what you remember.",
    ],
    points: [
      "Morning: the old town on foot",
      "Noon: something small at the market",
      "Evening: the river at sunset",
      "Keep tickets offline",
    ],
    table: {
      head: ["Day", "Where", "Walk"],
      rows: [
        ["1", "Old town", "6 km"],
        ["2", "Coast", "9 km"],
        ["3", "Museums", "3 km"],
      ],
    },
    code: null,
    formula: null,
  },
  {
    questions: [
      "Warum ist der Himmel blau und der Sonnenuntergang rot?",
      "Erkläre meiner Tochter (9), wie ein Regenbogen entsteht",
      "Wie rechnet man mit Brüchen? Bitte mit Beispielen",
    ],
    followUps: [
      "Und warum ist er dann nicht violett?",
      "Geht das auch mit einem Bild im Kopf?",
      "Noch einfacher, bitte.",
      "Gibt es dazu einen Versuch für zu Hause?",
    ],
    heading: "Der Gedanke dahinter",
    sentences: [
      "Kurze Wellen werden an den Molekülen der Luft viel stärker gestreut als lange.",
      "Am Abend legt das Licht einen längeren Weg durch die Luft zurück, und das Blau ist unterwegs verloren gegangen.",
      "Jeder Tropfen bricht das Licht, wirft es zurück und bricht es noch einmal.",
      "Zwei Brüche lassen sich erst zusammenzählen, wenn ihre Stücke gleich groß sind.",
      "Mit einem Glas Wasser und einer Taschenlampe sieht man es auf dem Küchentisch.",
    ],
    points: [
      "Licht ist eine Mischung aus allen Farben",
      "Blau wird am stärksten gestreut",
      "Rot kommt am weitesten",
      "Das Auge sieht Violett nur schwach",
    ],
    table: {
      head: ["Farbe", "Wellenlänge", "Streuung"],
      rows: [
        ["Rot", "700 nm", "1"],
        ["Grün", "530 nm", "3"],
        ["Blau", "450 nm", "6"],
      ],
    },
    code: null,
    formula: "I \\propto \\frac{1}{\\lambda^4}",
  },
  {
    questions: [
      "Formuliere eine Kündigung für meinen Handyvertrag",
      "Was muss in eine Vollmacht für die Abholung eines Pakets?",
      "Wie schreibe ich eine Absage an einen Bewerber, die nicht kalt klingt?",
    ],
    followUps: ["Bitte etwas höflicher.", "Welche Frist gilt?", "Kürzer.", "Als E-Mail, bitte."],
    heading: "Ein Entwurf",
    sentences: [
      "Nennen Sie die Vertragsnummer in der ersten Zeile, dann muss niemand suchen.",
      "Bitten Sie um eine schriftliche Bestätigung mit dem Datum, zu dem der Vertrag endet.",
      "Ein Satz über das, was gefallen hat, macht eine Absage menschlicher als drei Floskeln.",
      "Ohne Unterschrift gilt eine Vollmacht nicht; ein Ausweis beider Seiten hilft an der Tür.",
    ],
    points: ["Name und Anschrift", "Kundennummer", "Datum und Ort", "Unterschrift"],
    table: null,
    code: null,
    formula: null,
  },
  {
    questions: [
      "Explique-moi la différence entre « savoir » et « connaître »",
      "Donne-moi dix exercices sur le passé composé",
      "Comment écrire une lettre de motivation courte ?",
    ],
    followUps: [
      "Avec des exemples, s’il te plaît.",
      "Plus court.",
      "Et au féminin ?",
      "Corrige ma phrase : « je suis allé à la plage hier ».",
    ],
    heading: "La règle en bref",
    sentences: [
      "On connaît une personne ou un lieu, on sait une chose que l’on a apprise.",
      "Avec « être », le participe s’accorde avec le sujet.",
      "Une bonne lettre dit en trois phrases pourquoi cette place et pourquoi vous.",
      "Lisez le texte à voix haute : l’oreille trouve ce que l’œil laisse passer.",
    ],
    points: ["Le sujet", "Le verbe auxiliaire", "L’accord du participe", "Les exceptions"],
    table: {
      head: ["Infinitif", "Auxiliaire", "Exemple"],
      rows: [
        ["aller", "être", "elle est allée"],
        ["prendre", "avoir", "nous avons pris"],
        ["venir", "être", "ils sont venus"],
      ],
    },
    code: null,
    formula: null,
  },
  {
    questions: ["俳句の書き方を教えてください", "京都で雨の日にできること", "敬語のメールを直してください"],
    followUps: ["もう少し短くお願いします。", "例を三つください。", "英語に訳してください。"],
    heading: "ポイント",
    sentences: [
      "五・七・五の音に、季節を表す言葉を一つ入れます。",
      "見たものをそのまま置くと、読む人の中に景色が生まれます。",
      "雨の日の庭は人が少なく、苔の色がいちばん深く見えます。",
      "丁寧な言葉も、重ねすぎると遠く聞こえます。",
    ],
    points: ["季語を選ぶ", "一つの場面に絞る", "声に出して読む"],
    table: null,
    code: null,
    formula: null,
  },
  {
    questions: ["كيف أبدأ بتعلم العزف على العود؟", "اقترح خطة لقراءة كتاب كل شهر", "اكتب رسالة شكر لمعلمة ابنتي"],
    followUps: ["أقصر من فضلك.", "أعطني مثالاً آخر.", "وماذا لو كان وقتي قليلاً؟"],
    heading: "خطة بسيطة",
    sentences: [
      "عشر دقائق كل يوم تنفع أكثر من ساعتين مرة في الأسبوع.",
      "ابدأ بأغنية تحبها، فالفرح يجعلك تعود في اليوم التالي.",
      "سجّل ما تعزفه واستمع إليه بعد أسبوع لتسمع الفرق.",
      "الجملة القصيرة الصادقة تصل إلى القلب أسرع من الكلام الطويل.",
    ],
    points: ["اختر وقتاً ثابتاً", "ابدأ بالبطيء", "راجع كل أسبوع"],
    table: null,
    code: null,
    formula: null,
  },
];
