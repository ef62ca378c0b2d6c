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
library-used-by-document = وثيقة
library-used-by-event = موعد
library-used-by-page = صفحة
library-used-by-site = شعار الموقع
library-use-site = شعار الموقع: { $title }
library-use-report = تقرير تتبع: { $title }
library-use-article = خبر: { $title }
library-use-document = وثيقة: { $title }
library-use-event = موعد: { $title }
library-use-page = صفحة: { $title }
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

## Documents

documents-menu = الوثائق
documents-title = الوثائق المنشورة
documents-new = وثيقة جديدة
documents-empty = لا توجد وثائق هنا.
documents-count =
    { $count ->
        [zero] لا توجد وثائق
        [one] وثيقة واحدة
        [two] وثيقتان
        [few] { $count } وثائق
        [many] { $count } وثيقة
       *[other] { $count } وثيقة
    }
documents-versions =
    { $count ->
        [zero] بدون نسخ
        [one] نسخة واحدة
        [two] نسختان
        [few] { $count } نسخ
        [many] { $count } نسخة
       *[other] { $count } نسخة
    }
documents-version = النسخة { $number }
documents-year = السنة
documents-year-all = كل السنوات
documents-item-all = كل أصناف المعلومات
documents-choose-item = اختر صنفا
documents-published = منشورة
documents-unpublished = غير منشورة
documents-see = عرض الوثيقة في الموقع العمومي
documents-field-title = العنوان
documents-field-item = صنف المعلومات الواجب نشرها
documents-field-item-hint = حسب المادة 10 من القانون رقم 31.13 المتعلق بالحق في الحصول على المعلومات.
documents-field-day = تاريخ الوثيقة
documents-field-day-hint = التاريخ المدون على الوثيقة، لا تاريخ نشرها.
documents-field-description = الوصف
documents-field-file = الملف
documents-field-other-file = ملف آخر بدل الملف المحفوظ
documents-field-file-hint = PDF أو وثيقة مكتبية أو CSV أو صورة، على ألا يتجاوز 20 ميغابايت.
documents-field-next = ملف النسخة الجديدة
documents-field-next-hint = تبقى النسخ السابقة متاحة للتحميل.
documents-kept = تم حفظ الملف «{ $name }». صحح باقي المعطيات ثم احفظ الوثيقة.
documents-versions-title = النسخ
documents-add-version = إضافة نسخة
documents-turn-title = النشر
documents-publish = نشر الوثيقة
documents-publish-text = بعد النشر يستطيع الجميع قراءة الوثيقة وتحميل كل نسخها.
documents-withdraw = سحب الوثيقة
documents-withdraw-text = الوثيقة منشورة بكل نسخها. بعد سحبها لا يراها العموم.
documents-sheet-title = معطيات الوثيقة
documents-saved = تم حفظ الوثيقة.
documents-version-added = أضيفت النسخة الجديدة.
documents-was-published = تم نشر الوثيقة.
documents-was-withdrawn = تم سحب الوثيقة.
document-same-file = هذا الملف هو ملف إحدى نسخ الوثيقة.
document-is-public = هذه الوثيقة منشورة.
document-is-not-public = هذه الوثيقة غير منشورة.
document-changed-meanwhile = غير شخص آخر هذه الوثيقة في هذه الأثناء. راجعها ثم أعد المحاولة.

public-documents-title = الوثائق
public-documents-intro = وثائق تنشرها الجماعة الترابية دون طلب، طبقا للقانون رقم 31.13 المتعلق بالحق في الحصول على المعلومات.
public-documents-empty = لم تنشر أي وثيقة هنا بعد.
public-documents-before = النسخ السابقة

## What is published without being asked (law 31-13, article 10)

publication-item-information-officers = الأشخاص المكلفون بالمعلومات
publication-item-council-composition = تركيبة المجلس
publication-item-council-deliberations = جداول أعمال المجلس ومداولاته
publication-item-committees = اللجان الدائمة
publication-item-advisory-bodies = الهيئات الاستشارية
publication-item-online-consultation = فضاء التشاور عن بعد
publication-item-contact = معلومات الاتصال
publication-item-budget = ميزانية السنة الجارية
publication-item-closed-budgets = الميزانيات السابقة وبيانات تنفيذها
publication-item-audit-reports = تقارير الافتحاص والتقييم والمراقبة
publication-item-action-plan = برنامج العمل أو برنامج التنمية
publication-item-organisation = المهام والهيكلة الإدارية
publication-item-services = الخدمات والمساطر
publication-item-authorisations = شروط منح التراخيص والرخص
publication-item-procurement = الصفقات العمومية
publication-item-recruitment = المباريات والتوظيف
publication-item-studies = التقارير والدراسات والإحصائيات
publication-item-other = وثائق أخرى
