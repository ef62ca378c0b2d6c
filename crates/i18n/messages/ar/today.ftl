### Where the day begins in the office, and what did not arrive.

today-nothing = لا شيء ينتظركم اليوم.
today-all = عرض الكل ({ $count })
today-handed-in = تاريخ الإحالة: { $date }
today-last-changed = آخر تعديل: { $date }
today-appears = موعد النشر: { $date }
today-planned = اليوم المقرر: { $date }
today-received = تاريخ التوصل: { $date }
today-need-reports = تقارير التقدم المنتظرة
today-need-returned-reports = تقارير أُعيدت إليكم
today-need-queue = تقارير تنتظر مصادقتكم
today-need-returned = أخبار أُعيدت إليكم
today-need-review = أخبار تنتظر مراجعتكم
today-need-drafts = مسوداتكم
today-need-scheduled = أخبار مبرمجة للنشر
today-need-steps = مراحل حل موعدها أو اقترب
today-need-sessions = دورات لم تُسجَّل نتيجتها
today-need-minutes = لقاءات انعقدت دون محضر
today-need-requests = طلبات مفتوحة حول المعطيات الشخصية
today-need-failures = رسائل لم تصل

## Messages that did not arrive

deliveries-title = رسائل لم تصل
deliveries-lead = رسائل التسعين يوما الأخيرة التي تعذر إيصالها، مع السبب كما أبلغ به خادم البريد. لا تظهر هنا عناوين المتلقين.
deliveries-empty = وصلت كل الرسائل.
deliveries-number = رقم الرسالة في سجل المنصة:
deliveries-tries =
    { $count ->
        [zero] دون محاولة
        [one] محاولة واحدة
        [two] محاولتان
        [few] { $count } محاولات
        [many] { $count } محاولة
       *[other] { $count } محاولة
    }
deliveries-telling-article = إعلان عن خبر
deliveries-telling-progress = إعلان عن تقدم مشروع
deliveries-telling-confirmation = طلب تأكيد اشتراك
deliveries-telling-invitation = دعوة إلى فضاء العمل
deliveries-telling-account = رسالة حول حساب في فضاء العمل
deliveries-telling-reminder = تذكير بتقارير منتظرة
deliveries-telling-other = رسالة أخرى
deliveries-reason-refused = رفضها خادم بريد المتلقي: العنوان غير موجود، أو العلبة ممتلئة، أو الرسالة غير مقبولة.
deliveries-reason-put-off = أرجأ خادم بريد المتلقي استلامها إلى أن استُنفدت المحاولات.
deliveries-reason-sender = لم يقبل خادم البريد إرسال المنصة. أخبروا المشرف التقني.
deliveries-reason-unreachable = لم يُجب خادم البريد إلى أن استُنفدت المحاولات. أخبروا المشرف التقني إذا تكرر ذلك.
deliveries-reason-unwritable = لا يستطيع خادم البريد نقل رسالة إلى عنوان من هذا النوع.
deliveries-reason-lost = انقطعت المحاولة الأخيرة ولا يُعرف ما آلت إليه.
deliveries-reason-other = سبب آخر، مدون في سجل المنصة لدى المشرف التقني.
deliveries-reason-answered = { $reason } رمز الجواب: { $status }.
