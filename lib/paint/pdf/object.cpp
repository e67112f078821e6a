#include "paint/pdf/object.hpp"

#include <algorithm>
#include <cstdlib>

#include "source/number.hpp"

namespace fabula::painting {
namespace {

/// PDF/A-2 is PDF 1.7 (ISO 19005-2, 6.1.2).
constexpr const char* version = "1.7";

struct Free {
    void operator()(void* memory) const { std::free(memory); }
};

}  // namespace

std::vector<std::string> PdfObject::keys() const {
    std::vector<std::string> keys;
    qpdf_oh_begin_dict_key_iter(file_, handle_);
    while (qpdf_oh_dict_more_keys(file_) != 0)
        keys.emplace_back(qpdf_oh_dict_next_key(file_) + 1);
    std::ranges::sort(keys);
    return keys;
}

PdfFile::PdfFile(const std::string& bytes) : data_(qpdf_init()) {
    qpdf_set_suppress_warnings(data_.get(), QPDF_TRUE);
    qpdf_silence_errors(data_.get());
    qpdf_read_memory(data_.get(), "picture", bytes.data(), bytes.size(), nullptr);
    check();
}

void PdfFile::check() {
    if (qpdf_has_error(data_.get()) == 0) return;
    const std::string text = qpdf_get_error_full_text(data_.get(), qpdf_get_error(data_.get()));
    if (error_.empty()) error_ = text;
}

PdfObject PdfFile::list(const std::vector<PdfObject>& items) {
    PdfObject list(data_.get(), qpdf_oh_new_array(data_.get()));
    for (const PdfObject& item : items)
        list.append(item);
    return list;
}

PdfObject PdfFile::name(const std::string& without_slash) {
    return {data_.get(), qpdf_oh_new_name(data_.get(), PdfObject::slashed(without_slash).c_str())};
}

PdfObject PdfFile::whole(std::size_t value) {
    return {data_.get(), qpdf_oh_new_integer(data_.get(), static_cast<long long>(value))};
}

PdfObject PdfFile::number(double value) {
    return {data_.get(), qpdf_oh_new_real_from_string(data_.get(), fabula::number(value, 3).c_str())};
}

PdfObject PdfFile::text(const std::string& utf8) {
    return {data_.get(), qpdf_oh_new_binary_unicode_string(data_.get(), utf8.data(), utf8.size())};
}

PdfObject PdfFile::bytes(const std::string& value) {
    return {data_.get(), qpdf_oh_new_binary_string(data_.get(), value.data(), value.size())};
}

PdfObject PdfFile::stream(const std::string& content, const std::string& dictionary) {
    const PdfObject stream(data_.get(), qpdf_oh_new_stream(data_.get()));
    qpdf_oh_replace_stream_data(data_.get(), stream.handle_, reinterpret_cast<const unsigned char*>(content.data()),
                                content.size(), null().handle_, null().handle_);
    PdfObject own(data_.get(), qpdf_oh_get_dict(data_.get(), stream.handle_));
    const PdfObject more = parsed(dictionary);
    for (const std::string& key : more.keys())
        own.set(key, more.get(key));
    return stream;
}

std::string PdfFile::content(const PdfObject& page) {
    unsigned char* bytes = nullptr;
    std::size_t length = 0;
    qpdf_oh_get_page_content_data(data_.get(), page.handle_, &bytes, &length);
    const std::unique_ptr<unsigned char, Free> owner(bytes);
    check();
    return bytes == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(bytes), length);
}

void PdfFile::set_content(PdfObject page, const std::string& content) {
    page.set("Contents", stream(content));
}

std::string PdfFile::written() {
    qpdf_init_write_memory(data_.get());
    qpdf_set_deterministic_ID(data_.get(), QPDF_TRUE);
    qpdf_set_minimum_pdf_version(data_.get(), version);
    qpdf_set_object_stream_mode(data_.get(), qpdf_o_generate);
    qpdf_set_newline_before_endstream(data_.get(), QPDF_TRUE);  // as ISO 19005-2, 6.1.7.1 asks
    qpdf_write(data_.get());
    check();
    if (!error_.empty()) return {};
    return {reinterpret_cast<const char*>(qpdf_get_buffer(data_.get())), qpdf_get_buffer_length(data_.get())};
}

}  // namespace fabula::painting
