### The public site of a member.

## Home page of a member

public-home-title = { $collectivity }: الموقع الرسمي للانفتاح
public-home-welcome = مرحبا بكم في موقع الانفتاح
public-home-intro = هنا تنشر { $collectivity } أخبارها، وتعرض برنامج انفتاحها وما أنجز منه، وتتيح للمواطنات والمواطنين تتبع التزاماتها.
public-home-latest-news = آخر الأخبار
public-home-all-news = جميع الأخبار
public-home-programme = برنامج الانفتاح الحالي
public-home-programme-link = الاطلاع على البرنامج
public-home-progress = أين وصلنا؟
public-home-step = المرحلة الحالية من الدورة
public-home-no-programme = لم ينشر بعد أي برنامج انفتاح.
public-home-subscribe = توصلوا بالأخبار في بريدكم
public-home-facts = بطاقة تعريفية
public-home-recent-reports = آخر التقارير

## News

public-news-title = الأخبار
public-news-of = أخبار { $collectivity }
public-news-category = الصنف
public-news-category-all = جميع الأصناف
public-news-in-category = الأخبار: { $category }
public-news-empty = لا توجد أخبار منشورة بعد.
public-news-empty-category = لا توجد أخبار في هذا الصنف.
public-news-count =
    { $count ->
        [zero] لا توجد أخبار منشورة
        [one] خبر واحد منشور
        [two] خبران منشوران
        [few] { $count } أخبار منشورة
        [many] { $count } خبرا منشورا
       *[other] { $count } خبر منشور
    }
public-news-feeds = تتبع الأخبار عبر الخلاصات

## One article

public-article-published = نشر في { $date }
public-article-updated = حين في { $date }
public-article-related = أخبار ذات صلة
public-article-languages = لغات هذا الخبر
public-article-back = العودة إلى الأخبار
public-article-share-link = رابط هذا الخبر
public-article-reading-time =
    { $minutes ->
        [zero] قراءة في أقل من دقيقة
        [one] قراءة في دقيقة واحدة
        [two] قراءة في دقيقتين
        [few] قراءة في { $minutes } دقائق
        [many] قراءة في { $minutes } دقيقة
       *[other] قراءة في { $minutes } دقيقة
    }

## Programme

public-programme-title = برنامج الانفتاح { $cycle }
public-programme-intro = يضم برنامج الانفتاح محاور ذات أولوية، وفي كل محور مشاريع، ولكل مشروع أنشطة محددة في الزمن. كل حالة معروضة هنا مأخوذة من آخر تقرير معتمد.
public-programme-cycles = الدورات
public-programme-other-cycles = برامج أخرى
public-programme-axes = المحاور
public-programme-commitments = مشاريع الانفتاح
public-programme-steps = مراحل الدورة
public-programme-progress = تقدم البرنامج
public-programme-how-computed = كيف تحسب نسبة التنفيذ؟
public-programme-adoption = المصادقة
public-programme-adopted = صادق عليه { $council } في { $date }.
public-programme-decision = مقرر رقم { $number }
public-programme-committee = لجنة التتبع
public-programme-none-title = لا يوجد برنامج منشور
public-programme-none-text = لم تنشر هذه الجماعة الترابية برنامج انفتاح بعد. تعرض مراحل الإعداد هنا حال انطلاقها.
public-programme-axes-only = أعلنت المحاور ذات الأولوية، ولم تنشر المشاريع بعد.
public-programme-by-state = المشاريع حسب الحالة

## Commitment

public-commitment-problem = الإشكال المطروح
public-commitment-description = وصف المشروع
public-commitment-results = النتائج المنتظرة
public-commitment-lead = المسؤول عن التنفيذ
public-commitment-partners = الشركاء
public-commitment-values = قيم الحكومة المنفتحة
public-commitment-dates = الجدولة الزمنية
public-commitment-milestones = الأنشطة
public-commitment-no-milestones = لم تنشر أنشطة لهذا المشروع.
public-commitment-reports = تقارير التقدم
public-commitment-no-reports = لم يقدم أي تقرير بعد.
public-commitment-evidence = الإثبات
public-commitment-no-evidence = دون وثيقة مرجعية
public-commitment-due = الأجل: { $date }
public-commitment-due-none = دون أجل محدد
public-commitment-reported-on = آخر تقرير: { $date }
public-commitment-period = الفترة: { $period }
public-commitment-ogp-source = منشور لدى شراكة الحكومة المنفتحة تحت الرقم { $number }
public-commitment-back = العودة إلى البرنامج

## About

public-about-title = عن { $collectivity }
public-about-openness = ما هي الجماعة الترابية المنفتحة؟
public-about-openness-text = هي جماعة ترابية تنشر معلوماتها، وتشرك المواطنات والمواطنين والمجتمع المدني في إعداد برامجها وتتبعها، وتقدم الحساب عما التزمت به.
public-about-network = عضو في الشبكة المغربية للجماعات الترابية المنفتحة
public-about-region = الجهة
public-about-kind = صنف الجماعة الترابية
public-about-population = عدد السكان (إحصاء { $year })
public-about-population-source = المندوبية السامية للتخطيط
public-about-code = رمز المندوبية السامية للتخطيط
public-about-joined = تاريخ الانخراط
public-about-contact = الاتصال
public-about-data = المعطيات المفتوحة والواجهة البرمجية
public-about-accessibility = صمم هذا الموقع ليستعمله الجميع. أخبرونا إن صادفتكم صعوبة في الولوج إليه.

## Subscribing

public-subscribe-title = الاشتراك في الأخبار
public-subscribe-text = نرسل إليكم رسالة عند نشر كل خبر. لا حاجة إلى حساب، ويمكن الإلغاء بنقرة واحدة في كل رسالة.
public-subscribe-email = البريد الإلكتروني
public-subscribe-language = لغة الرسائل
public-subscribe-topic = ماذا تريدون أن تتوصلوا به؟
public-subscribe-topic-member = جميع أخبار { $collectivity }
public-subscribe-topic-network = أخبار جميع أعضاء الشبكة
public-subscribe-button = اشتراك
public-subscribe-notice = المسؤول عن المعالجة: { $controller }. الغاية: إرسال الأخبار التي طلبتموها لا غير. يحذف العنوان غير المؤكد بعد 48 ساعة. لكم الحق في الولوج والتصحيح والتعرض، وفي إلغاء الاشتراك متى شئتم (القانون رقم 09-08).
public-subscribe-notice-link = الاطلاع على الإشعار الكامل
public-subscribe-sent-title = تحققوا من بريدكم
public-subscribe-sent-text = إن كان العنوان صحيحا، فستصلكم رسالة فيها رابط التأكيد. يبقى الرابط صالحا 48 ساعة.
public-subscribe-confirm-title = تأكيد الاشتراك
public-subscribe-confirm-text = اضغطوا على الزر لإتمام الاشتراك في أخبار { $collectivity }.
public-subscribe-confirmed-title = تم تأكيد الاشتراك
public-subscribe-confirmed-text = ستتوصلون بأخبار { $collectivity } عند نشرها.
public-subscribe-expired-title = رابط غير صالح
public-subscribe-expired-text = انتهت صلاحية هذا الرابط أو سبق استعماله. يمكنكم طلب الاشتراك من جديد.
public-unsubscribe-title = إلغاء الاشتراك
public-unsubscribe-text = هل تريدون التوقف عن التوصل بأخبار { $collectivity }؟
public-unsubscribe-button = نعم، ألغوا اشتراكي
public-unsubscribe-done-title = تم إلغاء الاشتراك
public-unsubscribe-done-text = لن تصلكم رسائل أخرى، وقد حذف عنوانكم من لائحة المشتركين.

## Privacy notice under law 09-08

public-privacy-title = حماية المعطيات ذات الطابع الشخصي
public-privacy-intro = يصف هذا الإشعار كيف تعالج معطياتكم في هذا الموقع، طبقا للقانون رقم 09-08 المتعلق بحماية الأشخاص الذاتيين تجاه معالجة المعطيات ذات الطابع الشخصي.
public-privacy-controller = المسؤول عن المعالجة
public-privacy-controller-text = { $controller } هي المسؤولة عن معالجة المعطيات المجمعة في هذا الموقع. وتسير منصة الشبكة هذا الموقع لحسابها وبتعليمات منها فقط.
public-privacy-contact = للاتصال بالمسؤول عن المعالجة: { $contact }
public-privacy-contact-none = لم تنشر بعد وسيلة اتصال إلكترونية؛ يمكنكم تقديم طلبكم بمقر { $controller }.
public-privacy-purpose = الغاية من المعالجة
public-privacy-purpose-text = إرسال الأخبار التي طلبتم التوصل بها بالبريد الإلكتروني، ولا شيء غير ذلك: لا إشهار ولا تنميط ولا تقاسم مع الغير.
public-privacy-consent = الأساس
public-privacy-consent-text = موافقتكم، التي تؤكدونها بالضغط على الرابط المرسل إليكم، ويمكنكم سحبها في أي وقت.
public-privacy-data = المعطيات المعالجة
public-privacy-data-text = عنوان البريد الإلكتروني، ولغة الرسائل، والمواضيع المختارة، وتاريخ الاشتراك وتاريخ تأكيده. لا نطلب اسما ولا رقم بطاقة التعريف الوطنية.
public-privacy-visits = زيارة الموقع
public-privacy-visits-text = لا نستعمل أدوات تتبع ولا إحصاء خارجي، ولا يحمل الموقع شيئا من خوادم أخرى. لا توضع إلا ملفات الارتباط الضرورية، لحفظ اللغة المختارة ولجلسة الموظفين.
public-privacy-recipients = المرسل إليهم
public-privacy-recipients-text = الموظفون المؤهلون لدى المسؤول عن المعالجة، ومسيرو المنصة في حدود ما يلزم تقنيا.
public-privacy-retention = مدة الاحتفاظ
public-privacy-retention-unconfirmed = العناوين غير المؤكدة: تحذف تلقائيا بعد 48 ساعة.
public-privacy-retention-subscribed = العناوين المؤكدة: إلى حين إلغاء الاشتراك، ثم تحذف.
public-privacy-retention-deliveries = سجل محاولات الإرسال: 90 يوما.
public-privacy-rights = حقوقكم
public-privacy-rights-text = يخولكم القانون رقم 09-08 الحقوق التالية، ويمكنكم ممارستها مجانا لدى المسؤول عن المعالجة:
public-privacy-right-access = حق الولوج: معرفة المعطيات التي نتوفر عليها عنكم.
public-privacy-right-rectification = حق التصحيح: تصحيح معطياتكم أو تحيينها أو حذفها.
public-privacy-right-opposition = حق التعرض: الاعتراض على معالجة معطياتكم لأسباب مشروعة.
public-privacy-complaint = يمكنكم أيضا تقديم شكاية إلى اللجنة الوطنية لمراقبة حماية المعطيات ذات الطابع الشخصي (CNDP).
public-privacy-leave = كيف تلغون الاشتراك
public-privacy-leave-text = اضغطوا على رابط «إلغاء الاشتراك» في أسفل أي رسالة: نقرة واحدة تكفي، دون حساب ودون تعليل.
public-privacy-declaration = رقم التصريح لدى اللجنة الوطنية: { $number }
public-privacy-declaration-none = لم ينشر بعد رقم التصريح لدى اللجنة الوطنية.

## Feeds

public-feed-title = أخبار { $collectivity }
public-feed-description = آخر ما نشرته { $collectivity }
public-feed-atom = خلاصة Atom
public-feed-rss = خلاصة RSS
public-feed-json = خلاصة JSON

## The foot of every page

public-footer-follow = تابع
public-footer-licence = النصوص مرخصة بموجب CC BY 4.0 ما لم يذكر خلاف ذلك.
public-footer-population = أعداد السكان والرموز: المندوبية السامية للتخطيط، الإحصاء العام للسكان والسكنى 2024.
public-footer-names = الأسماء بتيفيناغ وحدود الجهات: © المساهمون في OpenStreetMap، رخصة ODbL.
public-footer-platform = يعمل الموقع بمنصة انفتاح، وهي برمجية حرة.

## News, programme and project pages: further words

public-news-category-unknown = لا وجود لهذه الفئة. اختر فئة من القائمة.
public-programme-source = مصدر البرنامج
public-programme-notes = ملاحظات
public-programme-origin = الإطار
public-programme-period = مدة البرنامج
public-programme-legend = مفتاح الحالات
public-programme-no-phases = لم تنشر تواريخ المراحل بعد.
public-commitment-status-quo = الوضع قبل المشروع
public-commitment-action = ما سيتم القيام به
public-commitment-policy-areas = المجالات
public-commitment-facts = بطاقة المشروع
public-commitment-ledger = حالة الأنشطة
public-commitment-last-report = آخر تقرير
public-report-of-milestone = النشاط { $number }
public-report-corrects = يصحح تقريرا سابقا
public-subscribe-again = اطلب الاشتراك من جديد
public-unsubscribe-expired-text = هذا الرابط غير صالح. استعمل الرابط الموجود في آخر رسالة توصلت بها.

## What was changed of a project after its adoption

public-commitment-changes = التعديلات بعد المصادقة
public-commitment-changes-key = ما حذف مشطوب، وما أضيف مسطر تحته.
change-number = الرقم
change-axis = المحور
change-title = العنوان
change-description = الوصف
change-problem = المشكلة المراد حلها
change-status-quo = الوضع الراهن عند الانطلاق
change-action = ما سيتم إنجازه
change-contribution = المساهمة في الحل
change-long-term-goal = الهدف على المدى البعيد
change-expected-results = النتائج المنتظرة
change-lead = الجهة المسؤولة
change-partners = الشركاء
change-funding-source = مصدر التمويل
change-budget = الميزانية بالدرهم
change-starts-on = تاريخ البداية
change-ends-on = تاريخ النهاية
change-milestone = نشاط مضاف أو محذوف
change-milestone-number = رقم النشاط
change-milestone-title = عنوان النشاط
change-milestone-starts-on = تاريخ بداية النشاط
change-milestone-due-on = أجل النشاط
change-milestone-weight = وزن النشاط

## The page of a project: outcomes, evidence and past days

public-commitment-contribution = المساهمة في الحل
public-commitment-long-term-goal = الهدف على المدى البعيد
public-commitment-weight = الوزن في الاحتساب: { $count }
public-commitment-added-on = أضيف في { $date }
public-commitment-indicators = المؤشرات
public-indicator-unit = الوحدة
public-indicator-target = القيمة المستهدفة
public-indicator-baseline = القيمة المرجعية
public-indicator-day = اليوم
public-indicator-value = القيمة
public-commitment-assessments = تقييمات مستقلة
public-commitment-assessments-text = ما يقوله مقيّمون معروفون بأسمائهم، إلى جانب ما تصرح به الجماعة الترابية. ولا تدخل هذه الآراء في احتساب نسبة الإنجاز.
public-commitment-last-evidence = آخر وثيقة إثبات
public-commitment-next-due = أجل التقرير المقبل
public-report-superseded = عُوّض بتصحيح في { $date }
public-file-size = { $count } كيلوبايت
public-follow-title = تتبعوا هذا المشروع
public-follow-text = توصلوا برسالة كلما نشر تقرير عن تقدم هذا المشروع، دون إنشاء حساب.
public-follow-programme-title = تتبعوا هذا البرنامج
public-follow-programme-text = توصلوا برسالة كلما نشر تقرير عن أحد مشاريعه، دون إنشاء حساب.
public-follow-button = متابعة
public-follow-asked-commitment = تتوصلون برسالة كلما نشر تقرير عن تقدم هذا المشروع:
public-follow-asked-programme = تتوصلون برسالة كلما نشر تقرير عن تقدم أحد مشاريع هذا البرنامج:
public-follow-page = متابعة التقدم
public-past-title = الاطلاع على يوم سابق
public-past-day = اليوم
public-past-button = عرض
public-past-notice = الوضعية كما كانت منشورة في { $date }.
public-past-help = الحالات والتقارير والقيم هي الخاصة بذلك اليوم، أما باقي النصوص فهي نصوص اليوم.
public-past-today = الرجوع إلى وضعية اليوم
public-past-wrong = اختاروا يوما من التقويم لا يتجاوز تاريخ اليوم. تعرض الصفحة وضعية اليوم.

## The page of a programme: sessions, the draft and what was adopted

step-slipped-from = كانت مبرمجة في { $date }
public-programme-sessions = دورات المجلس
public-session-document = نص المقرر
public-session-unusual = دورة عادية خارج الأشهر التي ينص عليها القانون
public-changes-title = من مسودة البرنامج إلى البرنامج المصادق عليه
public-changes-intro = ما تغير بين المسودة المعروضة للتشاور والبرنامج الذي صادق عليه المجلس.
public-changes-draft = تاريخ نشر المسودة
public-changes-link = الاطلاع على ما تغير
public-changes-added = ما أضيف
public-changes-withdrawn = ما سُحب
public-changes-changed = ما عُدّل
public-changes-unchanged =
    { $count ->
        [zero] لم يبق أي عنصر دون تغيير
        [one] عنصر واحد دون تغيير
        [two] عنصران دون تغيير
        [few] { $count } عناصر دون تغيير
        [many] { $count } عنصرا دون تغيير
       *[other] { $count } عنصر دون تغيير
    }
public-changes-none = ستنشر المقارنة هنا بعد نشر مسودة البرنامج والبرنامج المصادق عليه معا.

## The calendar

public-events-title = المواعيد
public-events-intro = دورات المجلس وورشات برنامج الانفتاح ومراحله، وآجال تقديم تقارير التقدم.
public-events-to-come = المواعيد المقبلة
public-events-empty = لا توجد مواعيد منشورة لهذه الفترة.
public-events-years = حسب السنة
public-events-follow = في يوميتكم الإلكترونية
public-events-follow-text = أضيفوا هذا العنوان إلى هاتفكم أو حاسوبكم لتتحين المواعيد تلقائيا.
public-events-ics = ملف المواعيد (.ics)
event-session = دورة المجلس
event-workshop = ورشة
event-step = مرحلة من الدورة
event-deadline = أجل التقارير
event-deadline-of = أجل تقارير الفترة المنتهية في { $date }
