### The library of files, and sizes of files.

size-bytes = { $size } بايت
size-kilobytes = { $size } كيلوبايت
size-megabytes = { $size } ميغابايت
size-gigabytes = { $size } جيغابايت

library-menu = الوسائط
library-title = الوسائط والملفات
library-space-title = المساحة المستعملة
library-space = { $used } من أصل { $quota } ({ $percent })
library-field-files = إضافة ملفات
library-field-files-hint = يمكن اختيار عدة ملفات دفعة واحدة: صور (JPEG أو PNG أو WebP) أو PDF أو وثائق مكتبية أو CSV، على ألا يتجاوز كل ملف 20 ميغابايت. تحذف من الصور بيانات المكان والجهاز.
library-no-file = اختر ملفا واحدا على الأقل.
library-others-kept = تم حفظ الملفات الأخرى: { $names }
library-sending = جار إرسال الملفات…
library-sent = تم الإرسال.
library-retry = الاتصال ضعيف، ستعاد المحاولة تلقائيا…
library-failed = تعذر الإرسال. أعد المحاولة لاحقا.
library-reload = عرض الملفات الجديدة
library-kept = تم حفظ الملفات.
library-saved = تم حفظ معطيات الملف.
library-removed = تم حذف الملف.
library-filter-kind = نوع الملف
library-filter-unused = الملفات غير المستعملة فقط
library-kind-all = كل الأنواع
library-kind-picture = صور
library-kind-pdf = ملفات PDF
library-kind-office = وثائق مكتبية
library-kind-text = جداول ونصوص
library-empty = لا توجد ملفات هنا.
library-count =
    { $count ->
        [zero] لا توجد ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { $count } ملفات
        [many] { $count } ملفا
       *[other] { $count } ملف
    }
library-mute = بدون نص بديل
library-unused = غير مستعمل
library-uses =
    { $count ->
        [zero] غير مستعمل
        [one] مستعمل في موضع واحد
        [two] مستعمل في موضعين
        [few] مستعمل في { $count } مواضع
        [many] مستعمل في { $count } موضعا
       *[other] مستعمل في { $count } موضع
    }
library-fact-kind = النوع
library-fact-size = الحجم
library-fact-sent = أضيف في
library-fact-public = العرض للعموم
library-is-public = منشور: فتح الملف
library-is-not-public = غير منشور
library-where = أين يستعمل
library-used-by-report = تقرير تتبع
library-used-by-article = خبر
library-use-report = تقرير تتبع: { $title }
library-use-article = خبر: { $title }
library-used-in = هذا الملف مستعمل هنا: { $places }
library-field-title = العنوان
library-field-alternative = النص البديل
library-field-alternative-hint = صف في جملة واحدة ما يظهر في الصورة، لمن لا يراها.
library-delete-title = حذف ملف
library-delete-ask = هل تريد حذف الملف «{ $name }» نهائيا؟ لا يمكن التراجع عن هذه العملية.

file-changed-meanwhile = غير شخص آخر معطيات هذا الملف في هذه الأثناء. راجعها ثم أعد الحفظ.
file-drawing = لا تقبل الرسوم بصيغة SVG لأنها قد تتضمن برامج. صدر الرسم بصيغة PNG ثم أرسله.
file-animated = لا تقبل الصور المتحركة ولا ملفات GIF. أرسل صورة ثابتة بصيغة JPEG أو PNG أو WebP.
file-macros = تتضمن هذه الوثيقة برامج (ماكرو). احفظها بدونها أو بصيغة PDF ثم أرسلها.
