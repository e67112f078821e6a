#pragma once

#include <fontconfig/fontconfig.h>
#include <memory>
#include <pango/pango.h>

/// Owners for what the C libraries of text hand out.
namespace fabula::typesetting {

template <auto release>
struct Release {
    template <typename Thing>
    void operator()(Thing* thing) const {
        release(thing);
    }
};

template <typename Thing, auto release>
using Handle = std::unique_ptr<Thing, Release<release>>;

template <typename Object>
using ObjectHandle = Handle<Object, g_object_unref>;

using ConfigHandle = Handle<FcConfig, FcConfigDestroy>;
using DescriptionHandle = Handle<PangoFontDescription, pango_font_description_free>;
using AttributesHandle = Handle<PangoAttrList, pango_attr_list_unref>;
using GlyphsHandle = Handle<PangoGlyphString, pango_glyph_string_free>;

}  // namespace fabula::typesetting
