### The signed-in rooms of a member.

## Frame of the office

office-title = فضاء العمل
office-title-of = فضاء العمل: { $collectivity }
office-menu = قائمة فضاء العمل
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
office-editor-field-body = نص الخبر
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
