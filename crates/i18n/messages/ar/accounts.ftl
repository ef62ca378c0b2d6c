### People of a member, and everybody's own account.

## The people of a member

people-menu = الأشخاص
people-title = الأشخاص والصلاحيات
people-one-title = شخص
people-me = أنت
people-email = البريد الإلكتروني
people-name = الاسم الكامل
people-role = الدور
people-roles = الأدوار
people-count =
    { $count ->
        [zero] لا أحد في فضاء العمل
        [one] شخص واحد في فضاء العمل
        [two] شخصان في فضاء العمل
        [few] { $count } أشخاص في فضاء العمل
        [many] { $count } شخصا في فضاء العمل
       *[other] { $count } شخص في فضاء العمل
    }
people-last-sign-in = آخر دخول: { $time }
people-never-signed-in = لم يسجل الدخول بعد
people-factor-on = التحقق بخطوتين مفعل
people-factor-off = التحقق بخطوتين غير مفعل
people-role-hint = المدير يدير الموقع والأشخاص؛ والمحرر يكتب الأخبار وينشرها؛ ونقطة الارتكاز تقود البرنامج وتسجل تقدمه؛ والمشرف يراجع التعليقات.
people-role-hint-network = المنسق يدير الشبكة وأعضاءها؛ والملاحظ يطلع على لوحة القيادة دون تغيير شيء.
people-language = لغة الدعوة وفضاء العمل
people-language-hint = يسري هذا الاختيار على الحساب الجديد. من له حساب يحتفظ بلغته.
people-invite = دعوة شخص
people-invite-text = يتوصل الشخص برسالة فيها رابط صالح لمدة 48 ساعة. لا يحصل على الدور إلا بعد أن يقبل الدعوة.
people-invite-button = إرسال الدعوة
people-invited = أرسلت الدعوة.
people-invitations = الدعوات المفتوحة
people-invitations-empty = لا توجد دعوات مفتوحة.
people-invited-by = الداعي: { $name }
people-invitation-until = صالحة إلى { $time }
people-invitation-over = انتهت صلاحيتها في { $time }
people-again = إعادة الإرسال
people-again-for = إعادة الإرسال: { $name }
people-invited-again = أرسلت الدعوة من جديد. لم يعد الرابط السابق صالحا.
people-withdraw = سحب الدعوة
people-withdraw-for = سحب الدعوة: { $name }
people-invitation-withdrawn = سحبت الدعوة ولم يعد رابطها صالحا.
people-give-title = إسناد دور آخر
people-give-role = الدور الجديد
people-give = إسناد الدور
people-role-given = أسند الدور.
people-take = سحب هذا الدور
people-take-this = سحب هذا الدور: { $role }
people-role-taken = سحب الدور، ويسري ذلك فورا.
people-remove-title = إنهاء الصلاحيات
people-remove-text = تسحب جميع أدوار هذا الشخص هنا ويغلق فضاء العمل أمامه فورا. لا يمس ذلك عمله لدى أعضاء آخرين، وتبقى أعماله السابقة محفوظة.
people-remove = سحب جميع الأدوار
people-removed = لم يعد لهذا الشخص أي دور هنا.
people-demand = التحقق بخطوتين
people-demand-now = التحقق بخطوتين إلزامي لكل من يعمل هنا. من لم يفعله لا يستطيع إلا تفعيله.
people-demand-not-now = التحقق بخطوتين اختياري. إذا جعلته إلزاميا، فمن لم يفعله لن يستطيع إلا تفعيله.
people-demand-set = جعله إلزاميا
people-demand-leave = جعله اختياريا
people-demand-saved = تم حفظ الاختيار.

## The own account

account-menu = حسابي
account-title = حسابي
account-password = كلمة المرور
account-details-title = تغيير الاسم واللغة
account-details-name-hint = كما يراه زملاؤك وكما يظهر في سجل العمليات.
account-language = لغة فضاء العمل
account-language-hint = يتكلم فضاء العمل والرسائل بهذه اللغة، لدى جميع الأعضاء الذين تعمل لديهم.
account-described = حفظ اسمك ولغتك.
account-password-title = تغيير كلمة المرور
account-password-text = بعد التغيير تنتهي جميع جلساتك الأخرى، في هذا الموقع وفي مواقع باقي الأعضاء.
account-password-present = كلمة المرور الحالية
account-password-new = كلمة المرور الجديدة
account-password-button = حفظ كلمة المرور
account-password-changed = تم تغيير كلمة المرور وانتهت جلساتك الأخرى.
account-password-set = تم حفظ كلمة المرور الجديدة. سجل دخولك بها الآن.
account-role-accepted = قبلت الدعوة وأضيف الدور إلى حسابك.
account-invitation-mine = أنت متصل بهذا الحساب. أكد لقبول الدعوة إلى { $collectivity }.
account-sign-ins = الجلسات المفتوحة
account-sign-ins-text = هذه هي الأجهزة المتصلة بحسابك. إن لم تتعرف على إحداها فأنهها وغير كلمة المرور.
account-sign-in-this = هذه الجلسة
account-sign-in-network = الشبكة:
account-sign-in-opened = بدأت في { $time }
account-sign-in-seen = آخر نشاط: { $time }
account-sign-in-end = إنهاء الجلسة
account-sign-in-ended = انتهت الجلسة.
account-sign-ins-end = إنهاء جميع الجلسات الأخرى
account-sign-ins-ended = انتهت جميع الجلسات الأخرى.
account-browser-chrome = كروم
account-browser-edge = إيدج
account-browser-firefox = فايرفوكس
account-browser-opera = أوبرا
account-browser-safari = سفاري
account-browser-samsung = متصفح سامسونغ
account-browser-other = متصفح غير معروف
account-system-android = أندرويد
account-system-ios = آيفون أو آيباد
account-system-windows = ويندوز
account-system-macos = ماك
account-system-chromeos = كروم أو إس
account-system-linux = لينكس
account-system-other = نظام غير معروف
account-elsewhere = فضاءات عمل أخرى
account-elsewhere-text = لك دور لدى هؤلاء الأعضاء أيضا. تسجل الدخول في كل موقع على حدة بكلمة المرور نفسها.

## The second factor

account-factor-title = التحقق بخطوتين
account-factor-open = الإعدادات
account-factor-text = بعد كلمة المرور يطلب منك رمز من تطبيق المصادقة في هاتفك، فلا تكفي كلمة المرور وحدها لمن سرقها.
account-factor-begin = بدء التفعيل
account-factor-begin-again = البدء من جديد برمز آخر
account-factor-scan = أضف الحساب إلى تطبيق المصادقة
account-factor-scan-text = امسح الرسم بتطبيق المصادقة، أو اكتب المفتاح فيه بيدك. ثم أدخل الرمز الذي يظهر لتفعيل التحقق.
account-factor-qr = رسم يقرؤه تطبيق المصادقة
account-factor-secret = المفتاح:
account-factor-code = الرمز
account-factor-code-hint = ستة أرقام من تطبيق المصادقة.
account-factor-confirm = تفعيل التحقق بخطوتين
account-factor-since = التحقق بخطوتين مفعل منذ { $time }
account-factor-renew = رموز استرجاع جديدة
account-factor-turn-off = إيقاف التحقق بخطوتين
account-factor-turned-off = أوقف التحقق بخطوتين.
account-factor-needed = يفرض موقعك التحقق بخطوتين. للدخول إلى فضاء العمل فعله، أو ادخل بمفتاح مرور.
account-codes-title = رموز الاسترجاع
account-codes-once = احفظ هذه الرموز الآن: لن تظهر مرة أخرى.
account-codes-text = يغني كل رمز مرة واحدة عن تطبيق المصادقة إذا ضاع هاتفك. احفظها مطبوعة أو في مكان آمن.
account-codes-kept = حفظت الرموز
account-codes-left =
    { $count ->
        [zero] لم يبق أي رمز استرجاع. اطلب رموزا جديدة.
        [one] بقي رمز استرجاع واحد.
        [two] بقي رمزا استرجاع.
        [few] بقيت { $count } رموز استرجاع.
        [many] بقي { $count } رمز استرجاع.
       *[other] بقي { $count } رمز استرجاع.
    }

## Ways back in

account-second-title = الخطوة الثانية
account-second-text = كلمة المرور صحيحة. أدخل الآن الرمز الذي يظهره تطبيق المصادقة.
account-second-hint = ستة أرقام من التطبيق، أو أحد رموز الاسترجاع.
account-second-back = العودة إلى تسجيل الدخول
account-forgot-link = نسيت كلمة المرور؟
account-forgot-title = نسيت كلمة المرور
account-forgot-text = أدخل بريدك الإلكتروني المهني. إن كان له حساب هنا، تصلك رسالة فيها رابط لاختيار كلمة مرور جديدة.
account-forgot-button = إرسال الرابط
account-forgot-sent = إن كان لهذا العنوان حساب هنا، فستصله رسالة بعد لحظات. الرابط صالح لمدة ساعة. راجع أيضا مجلد البريد غير المرغوب فيه.
account-forgot-again = طلب رابط جديد
account-reset-title = كلمة مرور جديدة
account-reset-text = اختر كلمة مرور جديدة لحسابك. ستنتهي جميع جلساتك المفتوحة.
account-reset-gone-title = رابط غير صالح
account-reset-gone-text = استعمل هذا الرابط من قبل، أو مرت عليه ساعة، أو تغيرت كلمة المرور بعد طلبه. يمكنك طلب رابط جديد.

## Rules

field-password-short =
    { $min ->
        [zero] كلمة المرور قصيرة.
        [one] يلزم حرف واحد على الأقل.
        [two] يلزم حرفان على الأقل.
        [few] كلمة المرور قصيرة: يلزم { $min } أحرف على الأقل.
        [many] كلمة المرور قصيرة: يلزم { $min } حرفا على الأقل. جملة من عدة كلمات تفي بالغرض.
       *[other] كلمة المرور قصيرة: يلزم { $min } حرف على الأقل.
    }
field-password-personal = كلمة المرور هذه مبنية على اسمك أو عنوانك أو اسم جماعتك، فيسهل تخمينها. اختر كلمات لا علاقة لها بك.
field-password-pattern = كلمة المرور هذه تكرار أو تتابع أزرار أو أرقام، فيسهل تخمينها. اختر جملة من عدة كلمات.
field-password-wrong = كلمة المرور الحالية غير صحيحة.
field-code-wrong = هذا الرمز غير صحيح أو سبق استعماله. انتظر الرمز التالي وأعد المحاولة.
second-step-refused = هذا الرمز غير صحيح أو سبق استعماله.
second-factor-is-on = التحقق بخطوتين مفعل من قبل.
second-factor-is-off = التحقق بخطوتين غير مفعل.
second-factor-not-begun = ابدأ التفعيل أولا: لم ينشأ مفتاح بعد.

## Mails

mail-reset-subject = كلمة مرور جديدة: { $collectivity }
mail-reset-text = طلب أحدهم تغيير كلمة مرور حسابك في فضاء العمل: { $collectivity }. إن كنت صاحب الطلب فاختر كلمة مرور جديدة.
mail-reset-button = اختيار كلمة مرور جديدة
mail-reset-expiry =
    { $minutes ->
        [zero] انتهت صلاحية هذا الرابط.
        [one] يستعمل هذا الرابط مرة واحدة ويبقى صالحا دقيقة واحدة.
        [two] يستعمل هذا الرابط مرة واحدة ويبقى صالحا دقيقتين.
        [few] يستعمل هذا الرابط مرة واحدة ويبقى صالحا { $minutes } دقائق.
        [many] يستعمل هذا الرابط مرة واحدة ويبقى صالحا { $minutes } دقيقة.
       *[other] يستعمل هذا الرابط مرة واحدة ويبقى صالحا { $minutes } دقيقة.
    }
mail-reset-ignore = إن لم تطلب شيئا فتجاهل هذه الرسالة: تبقى كلمة مرورك كما هي.
mail-reset-why = تصلك هذه الرسالة لأن عنوانك كتب في صفحة «نسيت كلمة المرور» بموقع { $collectivity }.
mail-password-changed-subject = تغيرت كلمة مرورك: { $collectivity }
mail-password-changed-text = تغيرت كلمة مرور حسابك في { $time }، وانتهت جميع الجلسات السابقة.
mail-second-factor-off-subject = أوقف التحقق بخطوتين: { $collectivity }
mail-second-factor-off-text = أوقف التحقق بخطوتين في حسابك في { $time }.
mail-second-factor-reset-subject = أزيل التحقق بخطوتين من حسابك: { $collectivity }
mail-second-factor-reset-text = أزال القائمون على المنصة التحقق بخطوتين من حسابك في { $time } بعد إبلاغهم بفقدانه، وانتهت جميع الجلسات السابقة. سجل دخولك بكلمة المرور ثم فعله من جديد.
mail-account-not-me = لست أنا: اختيار كلمة مرور جديدة
mail-account-was-me = إن كنت من قام بذلك فلا حاجة إلى أي إجراء.
mail-account-why = تصلك هذه الرسالة لأن لك حسابا في فضاء العمل: { $collectivity }.
