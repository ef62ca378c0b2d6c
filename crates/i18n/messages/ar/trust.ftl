### The audit and what people ask about their data.


## The page

audit-menu = سجل العمليات
audit-title = سجل العمليات
audit-lead = من فعل ماذا، ومتى، ومن أين، وما الذي تغير. لا يمكن تعديل السجل ولا حذف سطر منه.
audit-empty = لا توجد عمليات مطابقة.
audit-filter-all = الكل
audit-filter-person = الشخص
audit-filter-group = نوع العملية
audit-filter-subject = موضوع العملية
audit-filter-from = من تاريخ
audit-filter-to = إلى تاريخ
audit-network = الشبكة التي جاء منها الطلب
audit-changes = ما الذي تغير
audit-changes-field = الحقل
audit-changes-before = قبل
audit-changes-after = بعد
audit-chain-title = سلامة السجل
audit-chain-text = كل سطر مختوم ببصمة السطر الذي قبله، فيظهر كل تغيير أو حذف. يمكن التحقق من السلسلة كاملة في أي وقت.
audit-chain-check = التحقق من السلسلة الآن
audit-chain-broken = السلسلة مقطوعة عند السطر رقم { $number }. اتصلوا بمدبري المنصة.
audit-chain-note = هذه بصمة آخر سطر سليم. احتفظوا بها خارج المنصة: بها يثبت أن نهاية السجل لم تقطع.
audit-export-title = أخذ نسخة
audit-export-csv = ملف للجداول (CSV)
audit-export-jsonl = ملف للبرامج (JSON)
audit-long-text = نص طويل ({ $length } حرفا، بصمته { $digest })

## Who

audit-who-system = النظام
audit-who-visitor = زائر
audit-who-former = موظف سابق

## Kinds of acts

audit-group-sign-ins = الدخول والخروج
audit-group-staff = فريق العمل والأدوار
audit-group-news = الأخبار
audit-group-programme = برنامج الانفتاح
audit-group-reports = التقارير والمؤشرات
audit-group-files = الملفات
audit-group-personal-data = المعطيات الشخصية
audit-group-site = الموقع

## What acts are about

audit-subject-article = خبر
audit-subject-programme = برنامج انفتاح
audit-subject-axis = محور
audit-subject-commitment = مشروع انفتاح
audit-subject-milestone = نشاط
audit-subject-report = تقرير
audit-subject-indicator = مؤشر
audit-subject-session = دورة للمجلس
audit-subject-media = ملف
audit-subject-person = حساب
audit-subject-subscription = اشتراك
audit-subject-collectivity = الموقع
audit-subject-request = طلب حول المعطيات الشخصية
audit-subject-document = وثيقة
audit-subject-invitation = دعوة
audit-subject-password-reset = طلب كلمة سر جديدة

## Fields and values

audit-field-status = الحالة
audit-field-category = التصنيف
audit-field-title = العنوان
audit-field-summary = الملخص
audit-field-body = النص
audit-field-invited-role = الدور المقترح
audit-field-role = الدور
audit-field-roles = الأدوار
audit-field-eyes = عدد المراجعين
audit-field-reason = السبب
audit-field-draft-published-on = تاريخ نشر المسودة
audit-field-draft-validated-on = تاريخ مصادقة اللجنة
audit-field-adopted-on = تاريخ المصادقة
audit-field-implementation-on = بداية التنفيذ
audit-field-evaluation-on = بداية التقييم
audit-field-closed-on = تاريخ الإغلاق
audit-field-notes = الملاحظات
audit-field-source-url = رابط المصدر
audit-field-starts-on = اليوم الأول
audit-field-ends-on = اليوم الأخير
audit-field-report-every-months = عدد الأشهر بين تقريرين
audit-field-copied-from = مصدر النسخة
audit-field-step = المرحلة
audit-field-planned-on = التاريخ المتوقع
audit-field-started-on = تاريخ البداية
audit-field-finished-on = تاريخ النهاية
audit-value-preparing = قيد الإعداد
audit-value-implementing = قيد التنفيذ
audit-value-submitted = في انتظار الموافقة
audit-value-approved = تمت الموافقة عليه
audit-value-returned = أرجع إلى صاحبه
audit-value-active = مفتوح
audit-value-suspended = معلق
audit-field-names = الاسم
audit-field-postal-addresses = العنوان البريدي
audit-field-telephone = الهاتف
audit-field-mailbox = البريد الإلكتروني
audit-field-logo = الشعار
audit-field-moderation-policies = قواعد الإشراف
audit-field-accent = لون الموقع
audit-field-locales = لغات الموقع
audit-field-default-locale = اللغة الأصلية
audit-field-sender-name = اسم المرسل
audit-field-reply-to = عنوان الرد
audit-field-privacy-contact = جهة الاتصال في شأن المعطيات
audit-field-cndp-number = رقم التصريح لدى اللجنة الوطنية
audit-field-privacy-notices = نص الإشعار
audit-field-keep-subscriptions-months = أشهر الاحتفاظ بالاشتراكات
audit-field-keep-addresses-months = أشهر الاحتفاظ بعناوين الشبكة
audit-field-domain = اسم النطاق
audit-field-kind = نوع الطلب
audit-field-subscriptions = الاشتراكات
audit-field-outcome = نتيجة الدورة
audit-field-session-kind = نوع الدورة
audit-field-decision-number = رقم المقرر
audit-field-decision = المقرر
audit-field-votes-for = الموافقون
audit-field-votes-against = الرافضون
audit-field-votes-abstained = الممتنعون
audit-field-in-menu = في قائمة الموقع
audit-field-event-kind = نوع الموعد
audit-field-channel = طريقة المشاركة
audit-field-starts-at = البداية
audit-field-ends-at = النهاية
audit-field-place = المكان
audit-field-description = الوصف
audit-field-agenda = جدول الأعمال
audit-field-minutes = المحضر
audit-field-registration-url = رابط التسجيل
audit-field-cycle = البرنامج
audit-field-attendance-hall = الحضور في القاعة (المجموع · النساء · الرجال · الشباب)
audit-field-attendance-tent = الحضور في الخيمة (المجموع · النساء · الرجال · الشباب)
audit-field-attendance-online = الحضور عن بعد (المجموع · النساء · الرجال · الشباب)
audit-field-attendance-paper = المشاركة على الورق (المجموع · النساء · الرجال · الشباب)
audit-field-published = منشور
audit-field-item = مادة النشر
audit-field-dated-on = تاريخ الوثيقة
audit-field-file = الملف
audit-field-alternative = النص البديل

## Sentences, one for each act

audit-did-end-sign-in = أنهى { $who } إحدى جلساته
audit-did-end-other-sign-ins = أنهى { $who } جلساته الأخرى
audit-did-change-password = غير { $who } كلمة السر
audit-did-describe-account = غير { $who } اسمه أو لغته
audit-did-ask-reset = طلب { $who } كلمة سر جديدة
audit-did-reset-password = وضع { $who } كلمة سر جديدة
audit-did-second-factor-on = فعل { $who } التحقق بخطوتين
audit-did-second-factor-off = أوقف { $who } التحقق بخطوتين
audit-did-reset-second-factor = أزال { $who } التحقق بخطوتين من حساب ليتمكن صاحبه من الدخول من جديد
audit-did-recovery-codes = جدد { $who } رموز الاسترجاع
audit-did-use-recovery-code = دخل { $who } برمز استرجاع
audit-did-withdraw-invitation = سحب { $who } دعوة إلى فريق العمل
audit-did-demand-second-factor = فرض { $who } التحقق بخطوتين على فريق العمل
audit-did-leave-second-factor = جعل { $who } التحقق بخطوتين اختياريا لفريق العمل
audit-did-give-admin = أسند { $who } دور «مدير(ة) الموقع»
audit-did-take-admin = سحب { $who } دور «مدير(ة) الموقع»
audit-did-give-editor = أسند { $who } دور «محرر(ة)»
audit-did-take-editor = سحب { $who } دور «محرر(ة)»
audit-did-give-focal-point = أسند { $who } دور «نقطة ارتكاز»
audit-did-take-focal-point = سحب { $who } دور «نقطة ارتكاز»
audit-did-give-moderator = أسند { $who } دور «مشرف(ة) على التعليقات»
audit-did-take-moderator = سحب { $who } دور «مشرف(ة) على التعليقات»
audit-did-give-coordinator = أسند { $who } دور «منسق(ة) الشبكة»
audit-did-take-coordinator = سحب { $who } دور «منسق(ة) الشبكة»
audit-did-give-observer = أسند { $who } دور «ملاحظ(ة)»
audit-did-take-observer = سحب { $who } دور «ملاحظ(ة)»
audit-did-submit-article = عرض { $who } خبرا على المراجعة
audit-did-return-article = أرجع { $who } خبرا إلى كاتبه
audit-did-archive-article = أرشف { $who } خبرا
audit-did-unarchive-article = أخرج { $who } خبرا من الأرشيف
audit-did-schedule-article = حدد { $who } موعد نشر خبر
audit-did-unschedule-article = ألغى { $who } موعد نشر خبر
audit-did-create-document = سجل { $who } وثيقة جديدة
audit-did-update-document = عدل { $who } وثيقة
audit-did-add-document-version = أضاف { $who } صيغة جديدة لوثيقة
audit-did-publish-document = نشر { $who } وثيقة
audit-did-withdraw-document = سحب { $who } وثيقة من النشر
audit-did-copy-programme = نسخ { $who } برنامج انفتاح سابقا
audit-did-import-programme = استورد { $who } برنامج انفتاح من جدول
audit-did-describe-file = وصف { $who } ملفا
audit-did-set-media-quota = غير { $who } المساحة المخصصة للملفات
audit-did-sign-in = دخل { $who } إلى فضاء العمل
audit-did-sign-out = خرج { $who } من فضاء العمل
audit-did-invite-staff = دعا { $who } شخصا إلى فريق العمل
audit-did-accept-invitation = قبل { $who } الدعوة إلى فريق العمل
audit-did-revoke-staff = سحب { $who } أدوار أحد أعضاء فريق العمل
audit-did-create-article = كتب { $who } خبرا جديدا
audit-did-update-article = عدل { $who } خبرا
audit-did-publish-article = نشر { $who } خبرا
audit-did-unpublish-article = سحب { $who } خبرا من النشر
audit-did-seed-articles = حمل { $who } أخبارا دفعة واحدة
audit-did-create-programme = فتح { $who } إعداد برنامج انفتاح
audit-did-change-programme = عدل { $who } معطيات برنامج الانفتاح
audit-did-load-programme = حمل { $who } برنامج انفتاح كاملا
audit-did-publish-draft = نشر { $who } مسودة برنامج الانفتاح
audit-did-validate-draft = سجل { $who } مصادقة لجنة التتبع على المسودة
audit-did-adopt = سجل { $who } مصادقة المجلس على برنامج الانفتاح
audit-did-begin-implementation = أعلن { $who } بداية تنفيذ برنامج الانفتاح
audit-did-begin-evaluation = أعلن { $who } بداية تقييم برنامج الانفتاح
audit-did-close = أغلق { $who } برنامج الانفتاح
audit-did-plan-phase = حدد { $who } تاريخا متوقعا لإحدى المراحل
audit-did-note-phase = كتب { $who } ملاحظة حول إحدى المراحل
audit-did-start-phase = سجل { $who } بداية إحدى المراحل
audit-did-finish-phase = سجل { $who } نهاية إحدى المراحل
audit-did-clear-phase = ألغى { $who } تواريخ إحدى المراحل
audit-did-put-axis = كتب { $who } محورا أو عدله
audit-did-remove-axis = حذف { $who } محورا
audit-did-put-commitment = كتب { $who } مشروع انفتاح أو عدله
audit-did-remove-commitment = حذف { $who } مشروع انفتاح
audit-did-put-milestone = كتب { $who } نشاطا أو عدله
audit-did-remove-milestone = حذف { $who } نشاطا
audit-did-put-session = سجل { $who } دورة للمجلس أو عدلها
audit-did-remove-session = حذف { $who } دورة للمجلس
audit-did-put-committee-member = سجل { $who } عضوا في لجنة التتبع أو عدل معطياته
audit-did-remove-committee-member = حذف { $who } عضوا من لجنة التتبع
audit-did-report-progress = قدم { $who } تقريرا عن تقدم نشاط
audit-did-approve-report = وافق { $who } على تقرير
audit-did-return-report = أرجع { $who } تقريرا إلى صاحبه
audit-did-set-eyes = غير { $who } عدد من يراجعون التقارير
audit-did-put-indicator = كتب { $who } مؤشرا أو عدله
audit-did-remove-indicator = حذف { $who } مؤشرا
audit-did-measure = سجل { $who } قيمة لمؤشر
audit-did-record-assessment = سجل { $who } تقييما خارجيا لمشروع
audit-did-upload-file = رفع { $who } ملفا
audit-did-remove-file = حذف { $who } ملفا
audit-did-confirm-subscription = أكد { $who } اشتراكا بالبريد الإلكتروني
audit-did-end-subscription = أنهى { $who } اشتراكا بالبريد الإلكتروني
audit-did-create-collectivity = أحدث { $who } الموقع
audit-did-active = أعاد { $who } فتح الموقع
audit-did-suspended = علق { $who } الموقع
audit-did-archived = أرشف { $who } الموقع
audit-did-record-request = سجل { $who } طلبا حول المعطيات الشخصية
audit-did-finish-request = أجاب { $who } عن طلب حول المعطيات الشخصية
audit-did-export-person = سلم { $who } نسخة من المعطيات إلى صاحبها
audit-did-erase-person = محا { $who } معطيات شخص بطلب منه
audit-did-change-settings = عدل { $who } إعدادات الموقع
audit-did-restore-settings = استرجع { $who } الإعدادات السابقة للموقع
audit-did-ask-domain = طلب { $who } نطاقا للموقع
audit-did-add-domain = أضاف { $who } نطاقا للموقع
audit-did-remove-domain = تخلى { $who } عن نطاق للموقع

## Counts

audit-chain-whole =
    { $count ->
        [zero] السلسلة سليمة: السجل فارغ.
        [one] السلسلة سليمة: سطر واحد.
        [two] السلسلة سليمة: سطران.
        [few] السلسلة سليمة: { $count } أسطر.
        [many] السلسلة سليمة: { $count } سطرا.
       *[other] السلسلة سليمة: { $count } سطر.
    }
audit-export-text =
    { $count ->
        [zero] لا شيء.
        [one] العملية الأحدث المطابقة لما اخترتم، لا أكثر.
        [two] العمليتان الأحدث المطابقتان لما اخترتم على الأكثر.
        [few] أحدث { $count } عمليات مطابقة لما اخترتم على الأكثر.
        [many] أحدث { $count } عملية مطابقة لما اخترتم على الأكثر.
       *[other] أحدث { $count } عملية مطابقة لما اخترتم على الأكثر.
    }

## What people ask about their data

personal-title = المعطيات الشخصية
personal-lead = لكل شخص أن يعرف ما نحتفظ به عنه وأن يصححه أو يعترض عليه (القانون 09-08). هنا تجيبون عن طلبه في ما يخص هذا الموقع وحده.
personal-search-title = ماذا نحتفظ به عن عنوان؟
personal-search = بحث
personal-email = البريد الإلكتروني
personal-email-hint = العنوان بالضبط. تأكدوا أولا أن صاحب الطلب هو صاحب العنوان.
personal-held = ما نحتفظ به عن
personal-nothing = لا شيء.
personal-subscriptions = الاشتراكات
personal-deliveries = الرسائل
personal-account = حساب في فضاء العمل
personal-requested = طلب في
personal-confirmed = أكد في
personal-ended = انتهى في
personal-name = الاسم:
personal-roles = الأدوار:
personal-no-roles = لا دور
personal-invited = دعي في
personal-signed-in = دخل في
personal-articles = أخبار كتبها أو عدلها:
personal-reports = تقارير قدمها أو راجعها:
personal-entries = سطور في سجل العمليات:
personal-status-pending = في انتظار التأكيد
personal-status-confirmed = مؤكد
personal-status-ended = منته، والعنوان ممحو
personal-delivery-due = في انتظار الإرسال
personal-delivery-sent = أرسلت
personal-delivery-cancelled = ألغيت
personal-delivery-dead = لم تصل
personal-export = إعطاء نسخة (JSON)
personal-erase = محو
personal-erase-title = محو المعطيات الشخصية
personal-erase-text = ستمحى نهائيا اشتراكات { $email } في هذا الموقع، وحسابه إن لم يبق له دور. تبقى الأخبار والتقارير وسجل العمليات دون اسم. لا رجعة في ذلك.
personal-erase-now = محو نهائي
personal-erased-account = محي الحساب من هذا الموقع، وصار اسمه «موظف سابق».
personal-erased-serves = لم يمح الحساب لأن له دورا هنا. اسحبوا أدواره أولا ثم أعيدوا المحو.
personal-register = سجل الطلبات
personal-register-text = لا يحتفظ السجل بأي عنوان، بل ببصمة تعرف الشخص نفسه إن عاد.
personal-record-title = تسجيل طلب ورد عليكم
personal-record = تسجيل الطلب
personal-record-hint = لا يحفظ العنوان، بل بصمته.
personal-recorded = تم تسجيل الطلب.
personal-finished = تم تسجيل أن الطلب أجيب عنه.
personal-kind = نوع الطلب
personal-kind-export = الولوج إلى المعطيات
personal-kind-erasure = محو المعطيات
personal-kind-rectification = تصحيح المعطيات
personal-received = تاريخ التوصل
personal-done = تاريخ الجواب
personal-finish = أجيب عنه اليوم
personal-day-ahead = هذا التاريخ في المستقبل.
personal-erased-subscriptions =
    { $count ->
        [zero] لم يكن هناك أي اشتراك.
        [one] محي اشتراك واحد.
        [two] محي اشتراكان.
        [few] محيت { $count } اشتراكات.
        [many] محي { $count } اشتراكا.
       *[other] محي { $count } اشتراك.
    }
