"""First nouns of the names of bodies, what they tell of the body, and what may stand behind them in a name; all folded."""

from khabar.text.fold import fold_word


def _words(text: str) -> frozenset[str]:
    return frozenset(fold_word(w) for w in text.split())


def _each(text: str, told: tuple[str, str, str]) -> dict[str, tuple[str, str, str]]:
    return dict.fromkeys(_words(text), told)


# Nouns before a name in quotation marks: the tag, the kind of actor and the sector that they tell.
HEADS_OF_NAMES = {
    **_each("صحيفة وكالة قناة موقع مجلة إذاعة شبكة جريدة يومية محطة تلفزيون", ("outlet", "organization", "JRN")),
    **_each("حركة جماعة تنظيم جبهة كتيبة لواء كتائب سرايا ميليشيا مليشيا قوات فصيل جيش", ("group", "group", "REB")),
    **_each("حزب تيار ائتلاف تحالف كتلة تجمع", ("group", "organization", "PTY")),
    **_each("منظمة جمعية مركز معهد مؤسسة اتحاد هيئة لجنة مكتب مجموعة صندوق منتدى ملتقى مرصد رابطة نقابة مبادرة تنسيقية", ("unlisted", "organization", "")),
    **_each("شركة بنك مصرف خطوط", ("unlisted", "organization", "BUS")),
}
# First nouns of a name without quotation marks, beside the groups: the sector that they tell.
SECTORS = {
    **dict.fromkeys(_words("جامعة كلية معهد مركز أكاديمية مدرسة"), "EDU"),
    **dict.fromkeys(_words("مستشفى عيادة"), "MED"),
    **dict.fromkeys(_words("شركة بنك مصرف غرفة خطوط"), "BUS"),
    **dict.fromkeys(_words("محكمة نيابة"), "JUD"),
    **dict.fromkeys(_words("لجنة هيئة هيأة مجلس مديرية مفوضية وكالة ديوان مصلحة صندوق أمانة بلدية"), "GOV"),
    **dict.fromkeys(_words("قيادة فرقة"), "MIL"),
    **dict.fromkeys(_words("منظمة جمعية مؤسسة رابطة شبكة مرصد منتدى اتحاد تنسيقية"), "CVL"),
    "نقابه": "LAB", "كتله": "PTY",
}
# Of armed groups and parties; of outlets.
GROUPS = _words("حزب كتيبة كتائب لواء سرايا ميليشيا مليشيا فصيل")
OUTLETS = _words("صحيفة قناة إذاعة جريدة مجلة")
# Nouns that name a body with ال on them and an adjective behind: الجمعية التونسية.
NAMED_BY_ADJECTIVE = _words("لجنة هيئة هيأة مجلس مديرية مفوضية وكالة ديوان منظمة جمعية رابطة مرصد نقابة جامعة كلية معهد مركز مستشفى مؤسسة صندوق اتحاد غرفة خطوط")
# Nouns that stand before a foreign name that no list knows: وكالة دوجان، شركة سيمنز.
BEFORE_FOREIGN = _words("صحيفة وكالة قناة جريدة مجلة إذاعة محطة شركة بنك مصرف مؤسسة معهد")
# After such a name: وكالة دوجان للأنباء، شبكة فلان الإخبارية.
FOR_NEWS = _words("للأنباء الإخبارية الإخباري التلفزيونية الفضائية الإعلامية القابضة")
FOR_NEWS_TOO = _words("أنباء صحافة")
ROYAL = _words("ملك أمير إمام سلطان شيخ شهيد")
# What follows the same nouns where they name no body: حركة المرور، تنظيم القطاع، جبهة القتال.
NO_NAMES = _words(
    "مرور ملاحة طيران سير تجارة نقل بيع سفر رحلات مسافرين قطارات سفن أموال أسعار سوق بضائع صادرات واردات شراء تداول سكان قتال مقاومة عمل قطاع مهنة دورة مسابقة أسرة نسل وقت "
    "انتخابات مؤتمر معرض حفل زيارة لقاء اجتماع احتجاج تاريخ بحر مدينة بلاد دولة عالم تغيير تحرر تحرير تصحيح مطالب شعب إرهاب"
)
# What follows one of them and makes another thing of it: مجلس الإدارة، مركز المحافظة.
NO_BODIES = frozenset({
    ("مجلس", "اداره"), ("مجلس", "عزاء"), ("مركز", "محافظه"), ("مركز", "شرطه"), ("مركز", "مدينه"), ("مركز", "اقتراع"), ("قياده", "سياره"), ("قياده", "بلاد"), ("فرقه", "خلاف"),
})
# An office of these only: elsewhere مصلحة is an interest, خطوط are lines.
OFFICES_OF = {"خطوط": _words("جوية ملكية حديدية"), "مصلحه": _words("زكاة جمارك ضرائب سجون إحصاء إحصاءات أحوال مياه أداءات")}
# Regions before the name of a place: مجلس محافظة الأنبار.
REGIONS = _words("محافظة مدينة منطقة ولاية مقاطعة إقليم قضاء بلدة مديرية جهة معتمدية")
# Nouns between a first noun and a place: مديرية أمن إسطنبول، غرفة تجارة جدة.
BETWEEN_PLACE = _words("أمن شرطة تجارة عشائر علماء عمليات تربية صحة شباب")
# Adjectives that tell whose or what a body is and are no part of its name.
OUTSIDE = _words(
    "التابع التابعة التابعين الموالي الموالية الموالين المناهض المناهضة الواقع الواقعة المكلف المكلفة القريب القريبة المقرب المقربة المنضوي المنضوية المدعوم المدعومة "
    "المتحالف المتحالفة المعني المعنية المتمركز المتمركزة المنحل المختص المختصة المذكور المذكورة المحسوب المحسوبة الممول الممولة المشارك المشاركة المعروف المعروفة المتبقي المتبقية المسمى المسماة المنعقد المنعقدة"
)
# What an armed group is thought to be: تنظيم داعش الإرهابي.
BRANDS = frozenset(p for w in ("الارهابي", "المتطرف", "المتشدد", "الجهادي", "التكفيري", "الانقلابي", "المتمرد") for p in (w, f"{w}ه"))
# A second field of a body, behind و: بنك التصدير والاستيراد، لجنة الأمن والدفاع.
FIELDS = _words(
    "الاستيراد الدفاع الأمن التجارة الصناعة الدخل البحوث الأبحاث الدراسات التقويم الثقافة الفنون العلوم التعليم الاتصال الاتصالات التخطيط التنمية الرياضة الشباب التربية السياحة الآثار "
    "التلفزيون التلفزة النشر الإعلام الإحسان العدالة السلام التكنولوجيا التقنية الصيد الزراعة الفلاحة البيئة الصحة الطاقة المعادن المالية الاقتصاد الاستثمار النقد القرض التعمير الإسكان العمل الإصلاح "
    "الحريات الحوار المصالحة الرقابة المحاسبة المقاييس التفتيش الإنقاذ الإغاثة الكرامة الديمقراطية العقيدة التحرير القضاء الطيران الملاحة النهضة البناء"
)
# What a body does now, behind ل, which is no part of its name: المجلس الأعلى لبحث الأزمة; other nouns of act are: الهيئة الوطنية لمكافحة الفساد.
NOW = _words("بحث مناقشة دراسة عقد اتخاذ إعلان وقف إجراء اختيار تقديم إقرار مطالبة تمرير تحديد استقبال لقاء زيارة اجتماع اعتماد انتخاب إصدار رفض تصويت حضور معرفة ضمان تفادي تجنب منع")
# What may follow ل though a list knows it as an institution.
FOR_WHAT = _words("أمن طيران صحافة دفاع نفط غاز انتخابات إعلام استخبارات")
