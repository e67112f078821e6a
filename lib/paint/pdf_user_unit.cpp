#include "paint/pdf_user_unit.hpp"

#include <memory>
#include <qpdf/qpdf-c.h>

#include "paint/output.hpp"
#include "source/number.hpp"

// Through qpdf's C functions: its C++ headers are not for clang 14 in C++20.

namespace fabula {

namespace {

struct CleanUp {
    void operator()(qpdf_data data) const { qpdf_cleanup(&data); }
};
using Document = std::unique_ptr<_qpdf_data, CleanUp>;

PaintResult failed_with(qpdf_data document) {
    return failed(std::string("the page is too large for a PDF: ") +
                  qpdf_get_error_full_text(document, qpdf_get_error(document)));
}

}  // namespace

PaintResult with_user_unit(const std::string& pdf, double unit) {
    const Document document(qpdf_init());
    qpdf_data const data = document.get();
    qpdf_set_suppress_warnings(data, QPDF_TRUE);
    if ((qpdf_read_memory(data, "picture", pdf.data(), pdf.size(), nullptr) & QPDF_ERRORS) != 0) {
        return failed_with(data);
    }
    const qpdf_oh page = qpdf_get_page_n(data, 0);
    qpdf_oh_replace_key(data, page, "/UserUnit", qpdf_oh_new_real_from_string(data, number(unit, 3).c_str()));

    qpdf_init_write_memory(data);
    qpdf_set_minimum_pdf_version(data, "1.6");
    qpdf_set_deterministic_ID(data, QPDF_TRUE);
    if ((qpdf_write(data) & QPDF_ERRORS) != 0) return failed_with(data);
    return {{reinterpret_cast<const char*>(qpdf_get_buffer(data)), qpdf_get_buffer_length(data)}, {}};
}

}  // namespace fabula
