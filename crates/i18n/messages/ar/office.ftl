### The signed-in rooms of a member.

## Frame of the office

office-title = فضاء العمل
office-title-of = فضاء العمل: { $collectivity }
office-menu = قائمة فضاء العمل
office-menu-short = القائمة
office-menu-group-programme = البرنامج والتتبع
office-menu-group-publishing = النشر
office-menu-group-site = تدبير الموقع
office-menu-articles = الأخبار
office-menu-new-article = خبر جديد
office-menu-outbox = البريد الصادر
office-menu-dashboard = لوحة القيادة
office-menu-public-site = الموقع العمومي
office-signed-in-as = متصل باسم { $name }
office-role = الدور: { $role }

## Signing in

office-sign-in-title = تسجيل الدخول
office-sign-in-text = هذا الفضاء مخصص لأطر وموظفي { $collectivity }.
office-sign-in-email = البريد الإلكتروني المهني
office-sign-in-password = كلمة المرور
office-sign-in-button = دخول
office-sign-in-failed = البريد الإلكتروني أو كلمة المرور غير صحيحة.
office-sign-in-throttled = محاولات كثيرة. انتظر بضع دقائق قبل أن تعيد المحاولة.
office-sign-in-again-at = يمكنك المحاولة من جديد ابتداء من { $time }.
office-sign-in-help = ليس لديك حساب؟ يوجه إليك مدير موقع جماعتك دعوة بالبريد الإلكتروني.
office-sign-in-expired = انتهت جلستك. سجل دخولك من جديد.
office-sign-out = تسجيل الخروج
office-signed-out = تم تسجيل خروجك.

## Invitation and password

office-invitation-title = تفعيل الحساب
office-invitation-text = اختر كلمة مرور لحسابك في { $collectivity }. لا تستعمل كلمة مرور تستعملها في مكان آخر.
office-invitation-known-text = لديك حساب في هذه المنصة. أدخل كلمة مرورك لقبول الدعوة إلى { $collectivity }.
office-invitation-email = الحساب: { $email }
office-invitation-name = الاسم الكامل
office-invitation-language = لغة فضاء العمل
office-invitation-password = كلمة المرور الجديدة
office-invitation-password-hint =
    { $min ->
        [zero] دون حد أدنى
        [one] حرف واحد على الأقل
        [two] حرفان على الأقل
        [few] { $min } أحرف على الأقل؛ جملة من عدة كلمات أفضل
        [many] { $min } حرفا على الأقل؛ جملة من عدة كلمات أفضل
       *[other] { $min } حرف على الأقل؛ جملة من عدة كلمات أفضل
    }
office-invitation-password-again = أعد كتابة كلمة المرور
office-invitation-button = تفعيل الحساب
office-invitation-done = تم تفعيل حسابك. يمكنك الآن تسجيل الدخول.
office-invitation-invalid-title = دعوة غير صالحة
office-invitation-invalid-text = استعمل هذا الرابط من قبل أو انتهت صلاحيته بعد 48 ساعة. اطلب دعوة جديدة من مدير موقع جماعتك.

## List of articles

office-articles-title = الأخبار
office-articles-new = كتابة خبر
office-articles-empty = لا توجد أخبار بعد. ابدأ بكتابة أول خبر.
office-articles-filter-status = الحالة
office-articles-filter-all = جميع الحالات
office-articles-column-title = العنوان
office-articles-column-status = الحالة
office-articles-column-languages = اللغات
office-articles-column-updated = آخر تعديل
office-articles-column-author = المحرر(ة)
office-articles-column-actions = العمليات
office-articles-edit = تعديل: { $title }
office-articles-untitled = دون عنوان

## Editor

office-editor-title-new = خبر جديد
office-editor-title-edit = تعديل خبر
office-editor-language-tab = النص باللغة { $language }
office-editor-language-hint = اكتب بلغة واحدة على الأقل. من لا يجد لغته يرى النص بلغة أخرى مع إشارة واضحة إلى ذلك.
office-editor-field-title = العنوان
office-editor-field-summary = الملخص
office-editor-field-summary-hint = جملة أو جملتان تظهران في القائمة وفي الرسائل.
office-editor-field-body = النص
office-editor-field-body-plain = اترك سطرا فارغا بين الفقرات؛ ويمكنك كتابة HTML أيضا.
office-editor-field-body-hint = الصيغ المقبولة: الفقرات، والعناوين الفرعية، والقوائم، والروابط، والخط البارز، والاقتباس.
office-editor-field-category = الصنف
office-editor-field-category-none = دون صنف
office-editor-status = الحالة: { $status }
office-editor-version = النسخة { $version }
office-editor-save = حفظ المسودة
office-editor-save-published = حفظ وتحيين الخبر المنشور
office-editor-preview = معاينة
office-editor-publish = نشر
office-editor-unpublish = سحب من النشر
office-editor-view-public = عرض في الموقع العمومي
office-editor-saved = تم حفظ الخبر.

## Preview and publication

office-preview-title = معاينة
office-preview-notice = هذه معاينة: لا يراها إلا العاملون في فضاء العمل.
office-preview-back = العودة إلى التعديل
office-publish-confirm-title = هل تريد نشر هذا الخبر؟
office-publish-confirm-text = سيظهر الخبر فورا في الموقع العمومي ويرسل إلى المشتركين.
office-publish-subscribers =
    { $count ->
        [zero] لا يوجد مشتركون
        [one] سيرسل إلى مشترك واحد
        [two] سيرسل إلى مشتركين اثنين
        [few] سيرسل إلى { $count } مشتركين
        [many] سيرسل إلى { $count } مشتركا
       *[other] سيرسل إلى { $count } مشترك
    }
office-publish-languages-missing = لغات دون نص: { $languages }
office-publish-done = تم نشر الخبر.
office-unpublish-confirm-title = هل تريد سحب هذا الخبر من النشر؟
office-unpublish-confirm-text = سيختفي الخبر من الموقع العمومي ومن الخلاصات ويعود مسودة. الرسائل التي أرسلت لا يمكن استرجاعها.
office-unpublish-done = تم سحب الخبر من النشر.

## Two people at once

office-conflict-title = نسختان من الخبر نفسه
office-conflict-text = حفظ { $name } نسخة أحدث في { $date }. نصك محفوظ هنا كاملا، ولم يستبدل شيء.
office-conflict-text-unnamed = حفظت نسخة أحدث أثناء عملك. نصك محفوظ هنا كاملا، ولم يستبدل شيء.
office-conflict-yours = نصك
office-conflict-theirs = النسخة المحفوظة
office-conflict-keep-yours = حفظ نصي مكان النسخة الحالية
office-conflict-keep-theirs = الاحتفاظ بالنسخة المحفوظة

## Outbox of the demonstration

office-outbox-title = البريد الصادر
office-outbox-text = الرسائل التي كتبت في مجلد المعطيات بدل إرسالها، لأن أي خادم بريد لم يضبط.
office-outbox-empty = لا توجد رسائل بعد.
office-outbox-to = إلى
office-outbox-subject = الموضوع
office-outbox-date = التاريخ
office-outbox-open = فتح الرسالة: { $subject }
office-outbox-count =
    { $count ->
        [zero] لا توجد رسائل
        [one] رسالة واحدة
        [two] رسالتان
        [few] { $count } رسائل
        [many] { $count } رسالة
       *[other] { $count } رسالة
    }

## Office: the programme

office-menu-home = اليوم
office-menu-programme = برنامج الانفتاح
office-menu-sessions = دورات المجلس
office-menu-queue = تقارير تنتظر المصادقة
office-menu-mine = تقاريري
office-field-in-language = { $field } ({ $language })
office-field-other-languages = لغات أخرى
office-programmes-title = برامج الانفتاح
office-programmes-empty = لا يوجد برنامج بعد. ابدؤوا بإعداد الأول.
office-programme-new = إعداد برنامج
office-programme-new-text = يرى الجميع منذ الآن أن البرنامج قيد الإعداد. أما محاوره ومشاريعه فلا تظهر إلا عند نشر المسودة.
office-programme-create = فتح الإعداد
office-programme-created = فُتح إعداد البرنامج.
office-programme-saved = حُفظ البرنامج.
office-programme-settings = إعدادات البرنامج
office-programme-field-cycle = سنتا البرنامج
office-programme-field-cycle-hint = سنتان متتاليتان، مثلا 2026-2027
office-programme-field-starts = أول يوم
office-programme-field-ends = آخر يوم
office-programme-field-every = وتيرة التقارير
office-programme-field-every-hint = يُنتظر تقرير عن كل نشاط مرة في كل فترة.
office-programme-every-1 = كل شهر
office-programme-every-2 = كل شهرين
office-programme-every-3 = كل ثلاثة أشهر
office-programme-every-4 = كل أربعة أشهر
office-programme-every-6 = كل ستة أشهر
office-programme-every-12 = كل سنة
office-programme-field-notes = ما ينبغي أن يعرفه القراء
office-programme-field-source = عنوان النشر
office-programme-field-source-hint = العنوان الكامل للصفحة، ويبدأ بكلمة https
office-sheet-open = رفع التقارير

## Office: the next step

office-next-title = الخطوة التالية
office-next-later = ثم بعد ذلك
office-next-none = اكتمل هذا البرنامج. يمكنكم إعداد برنامج الدورة التالية.
office-verb-publish-draft = نشر مسودة البرنامج
office-verb-publish-draft-text = يرى الجميع من الآن محاور البرنامج ومشاريعه وأنشطته. لا يمكن سحب المسودة بعد نشرها، ويبقى أثر كل تعديل.
office-verb-publish-draft-done = نُشرت المسودة.
office-verb-validate-draft = تسجيل مصادقة لجنة التتبع على المسودة
office-verb-validate-draft-text = سجلوا اليوم الذي صادقت فيه لجنة التتبع على المسودة.
office-verb-validate-draft-done = سُجلت مصادقة اللجنة.
office-verb-adopt = تسجيل اعتماد المجلس للبرنامج
office-verb-adopt-text = اختاروا الدورة التي اعتمد فيها المجلس البرنامج. بعد ذلك لا تُغيَّر هذه الدورة ولا يُسحب الاعتماد.
office-verb-adopt-done = سُجل اعتماد البرنامج.
office-verb-begin-implementation = بدء التنفيذ
office-verb-begin-implementation-text = منذ هذا اليوم تُرفع التقارير عن الأنشطة.
office-verb-begin-implementation-done = بدأ التنفيذ.
office-verb-begin-evaluation = بدء التقييم
office-verb-begin-evaluation-text = تبقى التقارير مقبولة أثناء التقييم.
office-verb-begin-evaluation-done = بدأ التقييم.
office-verb-close = إنهاء البرنامج
office-verb-close-text = بعد الإنهاء لا يتغير البرنامج، ولا تُقبل إلا تصحيحات التقارير.
office-verb-close-done = انتهى البرنامج.
office-verb-do = تسجيل
office-verb-go = متابعة
office-verb-confirm = تأكيد
office-verb-day = في أي يوم؟
office-verb-session = في أي دورة؟

## Office: the eleven steps

office-steps-title = المراحل الإحدى عشرة
office-step-planned = اليوم المقرر
office-step-started = بدأت في
office-step-finished = انتهت في
office-step-notes = ملاحظة للقراء
office-step-notes-hint = مثلا: لماذا تأخرت المرحلة
office-step-by-verb = تُسجَّل بداية هذه المرحلة ونهايتها بالخطوة التالية في صفحة البرنامج.
office-step-undo = حذف يومي البداية والنهاية
office-step-saved = حُفظت المرحلة.

## Office: the follow-up committee

office-committee-title = لجنة التتبع
office-committee-count =
    { $count ->
        [zero] لا أعضاء
        [one] عضو واحد
        [two] عضوان
        [few] { $count } أعضاء
        [many] { $count } عضوا
       *[other] { $count } عضو
    }
office-committee-new = إضافة عضو
office-committee-edit = تعديل عضو
office-committee-remove = حذف من اللجنة
office-committee-empty = لا أعضاء بعد. لا تُسجَّل المصادقة على المسودة قبل إضافتهم.
office-committee-public = يرى الجميع هذه الأعداد. ولا يُنشر اسم أحد إلا بموافقته.
office-committee-name = الاسم الكامل
office-committee-capacity = الصفة
office-committee-capacity-hint = مثلا: رئيسة جمعية، نائب رئيس المجلس
office-committee-gender = النوع
office-committee-gender-hint = لحساب المناصفة وحده، ولا يُنشر.
office-committee-gender-untold = غير مذكور
office-committee-gender-woman = امرأة
office-committee-gender-man = رجل
office-committee-consent = يوافق هذا الشخص على نشر اسمه
office-committee-consent-hint = دون موافقة يُحسب العضو في العدد ولا يظهر اسمه.
office-committee-consent-short = الاسم منشور
office-committee-saved = حُفظ العضو.
office-committee-removed = حُذف العضو.

## Office: sessions of the council

office-sessions-title = دورات المجلس
office-sessions-empty = لا دورات بعد. أضيفوا الدورة المقبلة ليراها الجميع في الأجندة.
office-session-new = إضافة دورة
office-session-edit = تعديل دورة
office-session-remove = حذف هذه الدورة المبرمجة
office-session-named = { $session }، { $date }
office-session-unusual = ليس هذا الشهر من أشهر الدورات العادية في القانون التنظيمي. تحققوا من التاريخ أو من نوع الدورة.
office-session-kind = نوع الدورة
office-session-starts = اليوم الأول
office-session-ends = اليوم الأخير
office-session-ends-hint = إذا دامت أكثر من يوم
office-session-programme = البرنامج المعروض
office-session-no-programme = لا برنامج
office-session-decision-number = رقم المقرر
office-session-document = رابط المقرر أو المحضر
office-session-document-hint = العنوان الكامل للصفحة، ويبدأ بكلمة https
office-session-place = المكان
office-session-agenda = جدول الأعمال
office-session-decision = ما تقرر
office-session-saved = حُفظت الدورة.
office-session-removed = حُذفت الدورة.

## Office: where the day begins

office-home-title = اليوم

## Office: the sheet of reports

office-sheet-title = تقارير التقدم
office-sheet-period = الفترة
office-sheet-period-until = إلى غاية { $date }
office-sheet-show = عرض
office-sheet-due-on = آخر أجل: { $date }.
office-sheet-due = موعد الإنجاز: { $date }
office-sheet-missing =
    { $count ->
        [zero] لا ينقص أي تقرير
        [one] ينقص تقرير واحد
        [two] ينقص تقريران
        [few] تنقص { $count } تقارير
        [many] ينقص { $count } تقريرا
       *[other] ينقص { $count } تقرير
    }
office-sheet-none-missing = رُفعت كل التقارير.
office-sheet-waits = تُنشر التقارير بعد مصادقة شخص ثان.
office-sheet-empty = لا أنشطة في هذا البرنامج بعد.
office-sheet-reported = رُفع تقريره
office-sheet-last = آخر ما قيل:
office-sheet-newer = تقرير أحدث وصل أثناء كتابتكم
office-sheet-draft = استُرجع هنا نص كتبتموه ولم ترسلوه.
office-sheet-state = أين وصل النشاط؟
office-sheet-obstacle = العائق
office-sheet-obstacle-hint = مطلوب إذا لم ينطلق النشاط أو كان تقدمه محدودا
office-sheet-no-obstacle = لا عائق
office-sheet-text = ما أُنجز
office-sheet-day = وضع يوم
office-sheet-evidence = رابط الدليل
office-sheet-files = ملفات الدليل
office-sheet-files-hint = PDF أو صور أو وثائق مكتبية، 20 ميغابايت لكل ملف على الأكثر
office-sheet-send = إرسال هذا التقرير
office-sheet-send-all = إرسال كل ما عُبّئ
office-sheet-saving = جارٍ الحفظ…
office-sheet-saved = حُفظ ما كتبتم.
office-sheet-offline = لا اتصال. ما كتبتم محفوظ في هذا الجهاز، وسنعيد المحاولة.
office-sheet-refused = لم يُحفظ هذا النص. تحققوا منه.
office-sheet-uploading = جارٍ رفع الملف…
office-sheet-uploaded = رُفع الملف.
office-sheet-upload-retry = انقطع الرفع، نعيد المحاولة…
office-sheet-upload-failed = لم يُرفع الملف. أعيدوا اختياره.
office-sheet-signed-out = انتهت جلستكم. ما كتبتم محفوظ في هذا الجهاز: سجلوا الدخول ثم عودوا إلى هذه الصفحة.
office-sheet-sent = أُرسلت التقارير ونُشرت.
office-sheet-sent-waiting = أُرسلت التقارير، وهي تنتظر مصادقة شخص ثان.

## Office: reports on their way

office-report-submitted = ينتظر المصادقة
office-report-approved = منشور
office-report-returned = أُعيد إلى كاتبه
office-report-own = تقريركم
office-report-reason = سبب الإعادة
office-report-correction = تصحيح
office-queue-title = تقارير تنتظر المصادقة
office-queue-empty = لا تقارير تنتظر.
office-queue-approve = المصادقة والنشر
office-queue-return = إعادة إلى الكاتب
office-queue-reason = السبب
office-queue-reason-hint = يقرؤه الكاتب وحده: ما الذي ينقص؟
office-queue-return-now = إعادة
office-queue-approved = صودق على التقرير ونُشر.
office-queue-returned = أُعيد التقرير إلى كاتبه.
office-eyes-title = من يصادق؟
office-eyes-one-now = تُنشر التقارير فور إرسالها.
office-eyes-two-now = لا يُنشر تقرير قبل أن يصادق عليه شخص ثان.
office-eyes-set-two = اشتراط مصادقة شخص ثان
office-eyes-set-one = النشر دون مصادقة
office-eyes-saved = حُفظ الإعداد.
office-mine-title = تقاريري
office-mine-empty = لا تقارير لكم في الانتظار.
office-mine-again = إعادة الكتابة

## Office: indicators and assessments

office-outcomes-title = المؤشرات والتقييمات
office-indicators-title = المؤشرات
office-indicators-empty = لا مؤشرات لهذا المشروع بعد.
office-indicator-new = إضافة مؤشر
office-indicator-edit = تعديل مؤشر
office-indicator-remove = حذف المؤشر
office-indicator-number = الرتبة في القائمة
office-indicator-title = ما يُقاس
office-indicator-unit = الوحدة
office-indicator-percentage = نسبة مئوية، من 0 إلى 100
office-indicator-baseline = القيمة عند البداية
office-indicator-baseline-on = يوم قيمة البداية
office-indicator-target = القيمة المستهدفة
office-indicator-target-on = يوم بلوغ الهدف
office-indicator-measure = تسجيل قيمة
office-indicator-value = القيمة
office-indicator-measured-on = يوم القياس
office-indicator-source = رابط المصدر
office-indicator-notes = توضيح
office-indicator-saved = حُفظ المؤشر.
office-indicator-removed = حُذف المؤشر.
office-indicator-value-saved = سُجلت القيمة.
office-assessments-title = تقييمات المقيّمين
office-assessments-empty = لا تقييمات لهذا المشروع بعد.
office-assessment-new = تسجيل تقييم
office-assessment-hint = يظهر التقييم باسم صاحبه بجانب ما تصرح به الجماعة، ولا يختلط به، ولا يُعدَّل بعد تسجيله.
office-assessment-evaluator = اسم المقيّم
office-assessment-kind = صفته
office-assessment-completion = درجة الإنجاز
office-assessment-early = النتائج الأولى
office-assessment-day = يوم التقييم
office-assessment-source = رابط التقييم
office-assessment-text = خلاصة المقيّم
office-assessment-saved = سُجل التقييم.

## The tree of a programme

office-tree-title = المحاور والمشاريع والأنشطة
office-tree-axis-new = إضافة محور
office-tree-axis-edit = تعديل محور
office-tree-commitment-new = إضافة مشروع
office-tree-commitment-edit = تعديل مشروع
office-tree-milestone-new = إضافة نشاط
office-tree-milestone-edit = تعديل نشاط
office-tree-remove = حذف
office-tree-remove-sure = نعم، احذف هذا المشروع مع أنشطته ومؤشراته
office-tree-empty = لا شيء بعد. ابدأ بمحور ثم أضف إليه المشاريع وأنشطتها.
office-tree-axis-empty = لا مشروع في هذا المحور.
office-tree-adopted = تمت المصادقة على البرنامج: لا يحذف منه شيء، وكل تعديل يراه الجميع.
office-tree-saved = تم الحفظ.
office-tree-removed = تم الحذف.
office-tree-number-hint = اتركه فارغا ليأخذ الرقم الموالي.
office-tree-due-hint = بين بداية البرنامج ونهايته.
office-tree-weight-hint = من 1 إلى 100. اترك 1 إذا تساوت الأنشطة.
office-tree-source = عنوان النشر
office-tree-ogp-code = الرمز لدى شراكة الحكومة المنفتحة
