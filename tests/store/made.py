"""News made up by filling frames with names, places and days: as many articles as a test needs, the same for the same seed."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from khabar.model import Article

PEOPLE = (
    "وزير الخارجية التركي هاكان فيدان", "الرئيس الإيطالي سيرجيو ماتاريلا", "وزير الدفاع اليوناني نيكوس دندياس", "رئيس الوزراء الماليزي أنور إبراهيم",
    "وزيرة الخارجية الألمانية أنالينا بيربوك", "الرئيس القبرصي نيكوس خريستودوليدس", "وزير الخارجية الهندي سوبرامانيام جايشانكار", "الرئيس السنغالي باسيرو فاي",
    "رئيس الوزراء الياباني فوميو كيشيدا", "وزير الخارجية المصري سامح شكري", "الرئيس الكيني وليام روتو", "رئيس الوزراء العراقي محمد السوداني",
)
STATES = ("تركيا", "اليونان", "النرويج", "الهند", "المغرب", "تونس", "ماليزيا", "البرازيل", "كينيا", "قبرص", "السنغال", "اليابان")
TOWNS = ("روما", "أثينا", "نيروبي", "تونس", "الرباط", "طوكيو", "برلين", "دكار", "أنقرة", "القاهرة")
FRAMES = (
    "التقى {p} {q} في {t} أمس لبحث ملف {w}.", "أدانت {s} الهجوم على {t} ودعت {r} إلى التهدئة.", "قال {p} إن «{w} أولوية لبلاده»، وأضاف أن {s} ستدعم {r}.",
    "وقعت {s} و{r} اتفاقية للتعاون في مجال {w} في {t}.", "نفت {s} ما أعلنته {r} بشأن {w}.", "اتهمت {s} {r} بعرقلة ملف {w}.", "أرسلت {s} مساعدات إلى {r} بقيمة {n} ملايين دولار.",
    "قتل {n} أشخاص في هجوم استهدف سوقا في {t} مساء الاثنين.", "تظاهر مئات في {t} احتجاجا على سياسة {w}.", "فرضت {s} عقوبات على {r} بسبب {w}.",
)
TOPICS = ("الطاقة", "المياه", "الهجرة", "التجارة", "الصيد", "الأمن", "الغاز", "التعليم")


def made_articles(number: int, seed: int) -> Iterator[Article]:
    """`number` articles of two to six sentences; one in eight tells again, in other words, what the one before it told."""
    chance = random.Random(seed)
    first = date(2024, 1, 1)
    story: list[str] = []
    for n in range(number):
        if n % 8 or not story:
            story = [_sentence(chance) for _ in range(chance.randint(2, 6))]
        else:
            chance.shuffle(story)
        day = first + timedelta(days=n * 300 // number)
        yield Article(
            id=f"made-{n}", title=story[0].split("،")[0].rstrip("."), outlet=f"صحيفة {n % 7}", published=day.isoformat(), published_basis="metadata",
            text=" ".join(story[:2]) + "\n\n" + " ".join(story[2:]), agencies=("رويترز",) if n % 11 == 0 else (),
        )


def _sentence(chance: random.Random) -> str:
    p, q = chance.sample(PEOPLE, 2)
    s, r = chance.sample(STATES, 2)
    return chance.choice(FRAMES).format(p=p, q=q, s=s, r=r, t=chance.choice(TOWNS), w=chance.choice(TOPICS), n=chance.randint(3, 90))
