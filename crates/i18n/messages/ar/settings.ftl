### What a member decides about its site.

## The page

settings-menu = الإعدادات
settings-title = إعدادات الموقع
settings-saved = حفظت الإعدادات وهي سارية الآن.
settings-restored = استرجعت الإعدادات السابقة.
settings-preview = معاينة قبل الحفظ
settings-preview-title = معاينة واجهة الموقع
settings-preview-notice = هذه معاينة لما كتبتم: لم يحفظ أي شيء بعد.
settings-preview-ratio = نسبة التباين: { $ratio } (الحد الأدنى 4.5).
settings-preview-save = حفظ الإعدادات
settings-preview-edit = العودة إلى التعديل
settings-restore-title = استرجاع الإعدادات السابقة
settings-restore-text = تعود جميع الإعدادات إلى ما كانت عليه قبل آخر حفظ. يبقى التغييران معا في سجل العمليات.
settings-restore = استرجاع
settings-theirs = ما حفظه شخص آخر في هذه الأثناء
settings-theirs-stored = المحفوظ الآن
settings-theirs-typed = ما كتبتم
settings-changed-meanwhile = غير شخص آخر الإعدادات في هذه الأثناء. ما كتبتم محفوظ أدناه: قارنوا ثم احفظوا من جديد.

## Parts of the form

settings-head-names = الاسم
settings-head-contacts = الاتصال
settings-head-contacts-text = تنشر في صفحة «من نحن».
settings-head-look = المظهر
settings-head-languages = لغات الموقع
settings-head-languages-text = العربية معروضة دائما، ويوصي القانون 26-16 (المادة 26) بالأمازيغية إلى جانبها. من يطلب لغة غير معروضة يحال إلى اللغة الأصلية.
settings-head-mails = الرسائل الإلكترونية
settings-head-mails-text = يبقى عنوان المرسل عنوان المنصة لأن خوادم البريد لا تثق إلا به؛ يتغير الاسم وعنوان الرد.
settings-head-privacy = المعطيات ذات الطابع الشخصي
settings-head-privacy-text = ينشر في صفحة حماية المعطيات الشخصية (القانون 09-08).

## Fields

settings-names = الاسم
settings-postal-addresses = العنوان البريدي
settings-telephone-label = الهاتف
settings-mailbox = البريد الإلكتروني
settings-mailbox-hint = ينشر ليتصل بكم الجميع.
settings-accent = لون الموقع
settings-logo = شعار الجماعة أو رمزها
settings-logo-hint = صورة PNG أو JPEG أو WebP. تظهر بجانب الاسم في كل صفحات الموقع، وتحفظ في الوسائط.
settings-logo-now = الشعار الحالي
settings-logo-remove = إزالة الشعار من الموقع
settings-logo-gone = لم تعد هذه الصورة في الوسائط. اختر صورة أخرى.
settings-head-moderation = الإشراف على المشاركات
settings-head-moderation-text = من يقرأ ما يكتبه المواطنون والمواطنات، وما لا يقبل نشره، وكيف يمكن الاعتراض. ينشر في صفحة «من نحن».
settings-moderation-policies = قواعد الإشراف
public-about-moderation = قواعد الإشراف على المشاركات
settings-accent-hint = علامة # ثم ستة أرقام ستعشرية. يجب أن يقرأ عليه النص الأبيض: نسبة تباين 4.5 على الأقل. اتركوه فارغا للون الشبكة.
settings-default-locale = اللغة الأصلية للموقع
settings-sender-name = اسم المرسل
settings-sender-name-hint = إن ترك فارغا كتب اسم الجماعة الترابية.
settings-reply-to = عنوان الرد
settings-reply-to-hint = إليه تصل ردود من يتلقون رسائلكم.
settings-privacy-contact = جهة الاتصال في شأن المعطيات الشخصية
settings-privacy-contact-hint = عنوان إلكتروني أو هاتف أو مصلحة.
settings-cndp-number = رقم التصريح لدى اللجنة الوطنية (CNDP)
settings-privacy-notices = نص خاص بكم يضاف إلى الإشعار
settings-keep-subscriptions = مدة الاحتفاظ بالاشتراكات المنتهية (بالأشهر)
settings-keep-subscriptions-hint = يمحى العنوان فور إنهاء الاشتراك؛ هذه مدة الاحتفاظ ببصمته وتواريخه.
settings-keep-addresses = مدة الاحتفاظ بعناوين الشبكة في سجل العمليات (بالأشهر)
settings-keep-addresses-hint = بعدها تمحى العناوين ويبقى السجل سليما.

## What is to be corrected

settings-telephone = رقم الهاتف غير صحيح. مثال: +212 5 35 62 00 00
settings-accent-form = اكتبوا علامة # ثم ستة أرقام ستعشرية، من 0 إلى 9 ومن a إلى f.
settings-accent-light = هذا اللون فاتح أكثر من اللازم: نسبة التباين { $ratio } والمطلوب 4.5 على الأقل.
settings-accent-dark = لا تقرأ روابط هذا اللون في المظهر الداكن: نسبة التباين { $ratio } والمطلوب 4.5 على الأقل.
settings-default-not-offered = اللغة الأصلية يجب أن تكون من اللغات المعروضة.

## A domain of its own

settings-domain-title = اسم نطاق خاص
settings-domain-lead = يمكن أن يقرأ موقعكم أيضا على نطاق تملكونه. يبقى فضاء العمل على عنوان المنصة.
settings-domain = اسم النطاق
settings-domain-hint = مثل www.fes.ma
settings-domain-own = النطاقات التي تقود إلى موقعكم
settings-domain-ask-title = طلب نطاق
settings-domain-ask = طلب هذا النطاق
settings-domain-record = ضعوا أحد هذه السجلات لدى من يدبر النطاق، ثم تحققوا. قد يستغرق انتشاره بضع ساعات.
settings-domain-name = الاسم
settings-domain-type = النوع
settings-domain-value = القيمة
settings-domain-check = تحقق الآن
settings-domain-give-up = التخلي عن الطلب
settings-domain-remove = التخلي عن { $domain }
settings-domain-asked = تم تسجيل الطلب. ضعوا السجل ثم تحققوا.
settings-domain-added = يقود هذا النطاق إلى موقعكم الآن.
settings-domain-removed = لم يعد هذا النطاق يقود إلى موقعكم.
settings-domain-form = هذا ليس اسم نطاق. مثال: www.fes.ma
settings-domain-ours = هذا النطاق للمنصة نفسها.
settings-domain-many = لا يمكن أن يكون لكم أكثر من { $max } نطاقات.
settings-domain-nowhere = لا يقود هذا النطاق إلى أي مكان بعد.
settings-domain-elsewhere = لا يقود هذا النطاق إلينا بل إلى: { $found }

## On public pages

settings-retention-subscriptions =
    { $count ->
        [zero] الاشتراكات المنتهية: تمحى بصمتها وتواريخها بعد 0 شهر.
        [one] الاشتراكات المنتهية: تمحى بصمتها وتواريخها بعد شهر واحد.
        [two] الاشتراكات المنتهية: تمحى بصمتها وتواريخها بعد شهرين.
        [few] الاشتراكات المنتهية: تمحى بصمتها وتواريخها بعد { $count } أشهر.
        [many] الاشتراكات المنتهية: تمحى بصمتها وتواريخها بعد { $count } شهرا.
       *[other] الاشتراكات المنتهية: تمحى بصمتها وتواريخها بعد { $count } شهر.
    }
settings-retention-addresses =
    { $count ->
        [zero] عناوين الشبكة في سجل عمليات الموظفين: تمحى بعد 0 شهر.
        [one] عناوين الشبكة في سجل عمليات الموظفين: تمحى بعد شهر واحد.
        [two] عناوين الشبكة في سجل عمليات الموظفين: تمحى بعد شهرين.
        [few] عناوين الشبكة في سجل عمليات الموظفين: تمحى بعد { $count } أشهر.
        [many] عناوين الشبكة في سجل عمليات الموظفين: تمحى بعد { $count } شهرا.
       *[other] عناوين الشبكة في سجل عمليات الموظفين: تمحى بعد { $count } شهر.
    }
