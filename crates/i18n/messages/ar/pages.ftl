# صفحات ثابتة وقائمة الموقع

page-status-draft = مسودة
page-status-published = منشورة
page-changed-meanwhile = غير شخص آخر هذه الصفحة في هذه الأثناء.
page-too-many = بلغ عدد الصفحات حده الأقصى. عدلوا صفحة موجودة.
page-already-public = هذه الصفحة منشورة أصلا.
page-not-public = هذه الصفحة غير منشورة.
office-menu-pages = الصفحات والقائمة
office-pages-title = الصفحات والقائمة
office-pages-empty = لا صفحات بعد. أضيفوا مثلا صفحة الخدمات أو صفحة للتعريف بالجماعة.
office-pages-hint = ترتيب الصفحات هنا هو ترتيبها في قائمة الموقع العمومي، بعد العناوين الثابتة.
office-page-new = إضافة صفحة
office-page-edit = تعديل صفحة
office-page-in-menu = تظهر في قائمة الموقع
office-page-in-menu-hint = تظهر الصفحات المنشورة وحدها، وثمان منها على الأكثر.
office-page-up = إلى الأعلى
office-page-down = إلى الأسفل
office-page-saved = حفظت الصفحة.
office-page-published = نشرت الصفحة.
office-page-taken-back = سحبت الصفحة، وهي الآن مسودة.
office-page-moved = غير ترتيب الصفحات.
audit-subject-page = صفحة
audit-did-create-page = كتب { $who } صفحة جديدة
audit-did-update-page = عدل { $who } صفحة
audit-did-publish-page = نشر { $who } صفحة
audit-did-take-back-page = سحب { $who } صفحة
audit-did-move-page = غير { $who } ترتيب الصفحات
