### What is sent by mail. No text that a visitor typed stands in these messages.

## Parts of every mail

mail-greeting = تحية طيبة،
mail-greeting-named = تحية طيبة { $name }،
mail-signature = { $collectivity }، عضو الشبكة المغربية للجماعات الترابية المنفتحة
mail-link-fallback = إذا لم يعمل الزر، انسخ هذا الرابط في متصفحك:
mail-automatic = رسالة آلية؛ لا يقرأ أحد الردود عليها.
mail-sample = رسالة من منصة تجريبية: المعطيات الواردة فيها عينة توضيحية.

## Confirming a subscription

mail-confirm-subject = أكد اشتراكك في أخبار { $collectivity }
mail-confirm-preview = خطوة واحدة لإتمام اشتراكك
mail-confirm-text = طلب أحدهم التوصل بأخبار { $collectivity } على هذا العنوان. إن كنت صاحب الطلب، فأكد اشتراكك بالضغط على الزر.
mail-confirm-button = تأكيد الاشتراك
mail-confirm-expiry =
    { $hours ->
        [zero] انتهت صلاحية هذا الرابط.
        [one] يبقى هذا الرابط صالحا ساعة واحدة، ثم يحذف عنوانك من قاعدتنا.
        [two] يبقى هذا الرابط صالحا ساعتين، ثم يحذف عنوانك من قاعدتنا.
        [few] يبقى هذا الرابط صالحا { $hours } ساعات، ثم يحذف عنوانك من قاعدتنا.
        [many] يبقى هذا الرابط صالحا { $hours } ساعة، ثم يحذف عنوانك من قاعدتنا.
       *[other] يبقى هذا الرابط صالحا { $hours } ساعة، ثم يحذف عنوانك من قاعدتنا.
    }
mail-confirm-ignore = إن لم تطلب شيئا، فتجاهل هذه الرسالة: لن نراسلك مرة أخرى.
mail-confirm-why = تصلك هذه الرسالة لأن عنوانك كتب في استمارة الاشتراك بموقع { $collectivity }.

## A publication

mail-published-subject = { $collectivity }: { $title }
mail-published-intro = نشر موقع { $collectivity } خبرا جديدا:
mail-published-button = قراءة الخبر كاملا
mail-published-date = نشر في { $date }
mail-published-category = الصنف: { $category }
mail-published-language = هذا الخبر غير متوفر بلغتك؛ نرسله إليك باللغة { $language }.
mail-published-why = تصلك هذه الرسالة لأنك أكدت اشتراكك في أخبار { $collectivity }.
mail-unsubscribe = إلغاء الاشتراك
mail-unsubscribe-text = لإلغاء الاشتراك بنقرة واحدة ودون تسجيل دخول:
mail-privacy = حماية المعطيات الشخصية

## Inviting staff

mail-invitation-subject = دعوة إلى فضاء العمل: { $collectivity }
mail-invitation-text = دعيت إلى فضاء العمل الخاص بـ { $collectivity } بصفة: { $role }. اختر كلمة المرور لتفعيل حسابك.
mail-invitation-button = اختيار كلمة المرور
mail-invitation-expiry =
    { $hours ->
        [zero] انتهت صلاحية هذا الرابط.
        [one] يستعمل هذا الرابط مرة واحدة ويبقى صالحا ساعة واحدة.
        [two] يستعمل هذا الرابط مرة واحدة ويبقى صالحا ساعتين.
        [few] يستعمل هذا الرابط مرة واحدة ويبقى صالحا { $hours } ساعات.
        [many] يستعمل هذا الرابط مرة واحدة ويبقى صالحا { $hours } ساعة.
       *[other] يستعمل هذا الرابط مرة واحدة ويبقى صالحا { $hours } ساعة.
    }
mail-invitation-ignore = إن لم تكن تنتظر هذه الدعوة، فتجاهل الرسالة ولا تشارك الرابط مع أحد.
mail-invitation-why = تصلك هذه الرسالة لأن مسؤولا عن الموقع أدخل عنوانك.

## تذكير بتقارير التقدم

mail-reminder-soon-subject = { $collectivity }: تقارير التقدم مطلوبة قبل نهاية { $date }
mail-reminder-tomorrow-subject = { $collectivity }: آخر أجل لتقارير التقدم هو { $date }
mail-reminder-late-subject = { $collectivity }: انقضى أجل تقارير التقدم
mail-reminder-soon-text = انتهت فترة من برنامج الجماعة الترابية المنفتحة { $cycle }. سجلوا تقدم أنشطتها قبل نهاية { $date }.
mail-reminder-tomorrow-text = آخر أجل لتسجيل تقدم أنشطة البرنامج { $cycle } هو { $date }، وبعض المشاريع لا تقرير عنها في هذه الفترة بعد.
mail-reminder-late-text = انقضى يوم { $date } أجل تسجيل تقدم أنشطة البرنامج { $cycle }، وبعض المشاريع لا تقرير عنها في هذه الفترة. يرى العموم أن معطياتها غير محينة.
mail-reminder-waiting-subject = { $collectivity }: تقارير تقدم تنتظر الموافقة
mail-reminder-waiting-text = سُجل تقدم أنشطة البرنامج { $cycle }، وتقاريره تنتظر موافقة شخص ثان قبل أن تنشر. آخر أجل هو { $date }.
mail-reminder-waiting-button = فتح لائحة الانتظار
mail-reminder-period = نهاية الفترة: { $date }
mail-reminder-button = تسجيل التقدم
mail-reminder-why = توصلتم بهذه الرسالة لأنكم من المكلفين ببرنامج { $collectivity } أو بموقعها.

## Following a project or a programme

mail-confirm-follow-text = طلب شخص التوصل في هذا العنوان بمستجدات التقدم على موقع { $collectivity } فيما يخص ما يلي. إذا كنت أنت فأكد ذلك بالزر أدناه.
mail-progress-subject = { $collectivity }: جديد في «{ $title }»
mail-progress-commitment = نشر { $collectivity } تقريرا جديدا عن تقدم مشروع تتابعونه.
mail-progress-programme = نشر { $collectivity } تقارير جديدة عن تقدم برنامج تتابعونه.
mail-progress-button = الاطلاع على التقدم
mail-progress-commitment-why = توصلتم بهذه الرسالة لأنكم أكدتم متابعة هذا المشروع على موقع { $collectivity }.
mail-progress-programme-why = توصلتم بهذه الرسالة لأنكم أكدتم متابعة هذا البرنامج على موقع { $collectivity }.
