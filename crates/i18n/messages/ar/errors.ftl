### Pages and notes for when something is not as asked.

## Pages

error-not-found-title = الصفحة غير موجودة
error-not-found-text = لم نجد ما تبحث عنه. قد يكون الرابط خاطئا أو أن الصفحة سحبت.
error-unknown-host-title = لا يوجد موقع في هذا العنوان
error-unknown-host-text = لا ينتمي هذا العنوان إلى أي عضو في الشبكة. تحقق من كتابته أو اختر جماعتك من لائحة الأعضاء.
error-suspended-title = الموقع متوقف مؤقتا
error-suspended-text = علق هذا الموقع مؤقتا. المحتوى محفوظ وسيعود متاحا عند استئناف الخدمة.
error-archived-title = هذا الموقع مؤرشف
error-archived-text = لم يعد هذا الموقع نشطا. تبقى معطياته العمومية متاحة في الأرشيف.
error-archived-link = الاطلاع على الأرشيف
error-forbidden-title = لا تتوفر على الصلاحية
error-forbidden-text = لا يسمح دورك بهذه العملية. اتصل بمدير موقع جماعتك إن كنت ترى أنه ينبغي أن تتاح لك.
error-unauthenticated-title = يلزم تسجيل الدخول
error-unauthenticated-text = سجل دخولك لمتابعة العمل، وستعود إلى الصفحة المطلوبة.
error-conflict-title = تغير المحتوى في هذه الأثناء
error-conflict-text = لم تنفذ العملية لأن المحتوى تغير منذ أن فتحته. لم يضع شيء مما كتبته.
error-too-many-requests-title = طلبات كثيرة
error-too-many-requests-text = وصلتنا منك طلبات كثيرة في وقت وجيز. انتظر قليلا ثم أعد المحاولة.
error-retry-after =
    { $seconds ->
        [zero] يمكنك إعادة المحاولة الآن
        [one] أعد المحاولة بعد ثانية واحدة
        [two] أعد المحاولة بعد ثانيتين
        [few] أعد المحاولة بعد { $seconds } ثوان
        [many] أعد المحاولة بعد { $seconds } ثانية
       *[other] أعد المحاولة بعد { $seconds } ثانية
    }
error-bad-request-title = طلب غير صالح
error-bad-request-text = تعذر فهم هذا الطلب. عد إلى الصفحة السابقة وأعد المحاولة.
error-method-title = طريقة غير مسموح بها
error-method-text = لا يقبل هذا العنوان هذا النوع من الطلبات.
error-payload-too-large-title = محتوى أكبر من المسموح به
error-payload-too-large-text = يتجاوز ما أرسلته الحجم المسموح به. اختصره ثم أعد المحاولة.
error-timeout-title = انتهت مهلة الطلب
error-timeout-text = لم نتمكن من الجواب في الوقت المحدد. أعد المحاولة بعد قليل.
error-unavailable-title = الخدمة غير متاحة حاليا
error-unavailable-text = الخدمة غير متاحة في هذه اللحظة. أعد المحاولة بعد دقائق.
error-media-type-title = صيغة غير مقبولة
error-media-type-text = لا تقبل هذه الخدمة محتوى بهذه الصيغة.
error-origin-title = طلب من موقع آخر
error-origin-text = رفض هذا الطلب لأنه لم يصدر عن هذا الموقع. افتح الصفحة من جديد وأعد المحاولة.
error-internal-title = وقع خطأ لدينا
error-internal-text = لم نتمكن من إتمام طلبك. إن تكرر الأمر فاتصل بنا واذكر رقم الطلب: { $request_id }.
error-request-id = رقم الطلب: { $request_id }
error-go-home = العودة إلى الصفحة الرئيسية
error-go-news = الاطلاع على آخر الأخبار
error-go-members = لائحة أعضاء الشبكة
error-sign-in = تسجيل الدخول

## Problems with what was asked

article-changed-meanwhile = عدل شخص آخر هذا الخبر أثناء عملك عليه. نصك محفوظ أدناه؛ قارن النسختين ثم احفظ من جديد.
article-not-published = هذا الخبر غير منشور.
article-already-published = هذا الخبر منشور من قبل.
article-not-editable = لا يمكن تعديل هذا الخبر في حالته الحالية.
invitation-expired = انتهت صلاحية هذه الدعوة. اطلب دعوة جديدة من مدير موقع جماعتك.
invitation-used = استعملت هذه الدعوة من قبل. يمكنك تسجيل الدخول بكلمة المرور التي اخترتها.
token-invalid = هذا الرابط غير صالح أو انتهت صلاحيته.
sign-in-refused = البريد الإلكتروني أو كلمة المرور غير صحيحة.
sign-in-throttled = محاولات كثيرة. انتظر بضع دقائق قبل أن تعيد المحاولة.
collectivity-suspended = هذه الجماعة الترابية موقوفة، ولا يمكن تغيير محتواها.
slug-taken = هذا المعرف مستعمل من قبل.
slug-reserved = هذا المعرف محجوز.

## Fields of forms

field-summary =
    { $count ->
        [zero] لا أخطاء
        [one] خطأ واحد يلزم تصحيحه
        [two] خطآن يلزم تصحيحهما
        [few] { $count } أخطاء يلزم تصحيحها
        [many] { $count } خطأ يلزم تصحيحه
       *[other] { $count } خطأ يلزم تصحيحه
    }
field-required = هذا الحقل إلزامي.
field-too-long =
    { $max ->
        [zero] يجب أن يكون هذا الحقل فارغا.
        [one] لا يقبل هذا الحقل أكثر من حرف واحد.
        [two] لا يقبل هذا الحقل أكثر من حرفين.
        [few] لا يقبل هذا الحقل أكثر من { $max } أحرف.
        [many] لا يقبل هذا الحقل أكثر من { $max } حرفا.
       *[other] لا يقبل هذا الحقل أكثر من { $max } حرف.
    }
field-too-short =
    { $min ->
        [zero] لا حد أدنى لهذا الحقل.
        [one] يلزم حرف واحد على الأقل.
        [two] يلزم حرفان على الأقل.
        [few] يلزم { $min } أحرف على الأقل.
        [many] يلزم { $min } حرفا على الأقل.
       *[other] يلزم { $min } حرف على الأقل.
    }
field-invalid-email = هذا العنوان الإلكتروني غير صالح. مثال: amina@example.org
field-invalid-date = هذا التاريخ غير صالح.
field-invalid-slug = أحرف لاتينية صغيرة وأرقام وعارضات فقط.
field-forbidden-characters = يحتوي هذا الحقل على رموز غير مقبولة.
field-not-unique = هذه القيمة مستعملة من قبل.
field-unknown-value = هذه القيمة غير معروفة. اختر من اللائحة.
field-out-of-range = يجب أن تكون القيمة بين { $min } و{ $max }.
field-language-missing = النص باللغة { $language } ناقص.
field-language-not-offered = هذه الجماعة الترابية لا تنشر باللغة { $language }.
field-passwords-differ = كلمتا المرور غير متطابقتين.
field-password-common = كلمة المرور هذه شائعة جدا. اختر أخرى.
field-bad-cursor = مؤشر الصفحة غير صالح. ابدأ من أول القائمة.
field-reserved = هذا الاسم محجوز. اختر اسما آخر.
paging-count = يجب أن يكون العدد بين 0 و{ $max }.
paging-both-directions = لا يمكن الجمع بين الاتجاهين في الطلب نفسه.
collectivity-other-status = وضعية هذه الجماعة الترابية لا تسمح بهذه العملية.
sign-in-needed = يجب تسجيل الدخول للقيام بهذه العملية.
denied-role = صفتك لا تسمح بهذه العملية.
staff-last-admin = لا يمكن سحب صفة آخر مسؤول. عين مسؤولا آخر أولا.
