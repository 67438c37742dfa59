<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of training share: a length of time, a bar, a certificate. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">

  <!-- 59 h 30 min, which reads the same in both languages. -->
  <xsl:template name="length">
    <xsl:param name="minutes"/>
    <xsl:variable name="hours" select="floor($minutes div 60)"/>
    <xsl:variable name="rest" select="$minutes mod 60"/>
    <xsl:if test="$hours &gt; 0"><xsl:value-of select="concat($hours, '&#160;h')"/></xsl:if>
    <xsl:if test="$hours &gt; 0 and $rest &gt; 0">&#160;</xsl:if>
    <xsl:if test="$rest &gt; 0 or $hours = 0"><xsl:value-of select="concat($rest, '&#160;min')"/></xsl:if>
  </xsl:template>

  <!-- The figures beside a bar say the same, so it is hidden from those who listen. -->
  <xsl:template name="meter">
    <xsl:param name="part"/>
    <xsl:param name="whole"/>
    <svg xmlns="http://www.w3.org/2000/svg" class="meter" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">
      <rect width="1000" height="40" class="absent"/>
      <rect height="40" class="present"><xsl:attribute name="width"><xsl:choose><xsl:when test="$part &gt;= $whole">1000</xsl:when><xsl:otherwise><xsl:value-of select="format-number(1000 * $part div $whole, '0')"/></xsl:otherwise></xsl:choose></xsl:attribute></rect>
    </svg>
  </xsl:template>

  <xsl:template name="standing">
    <span><xsl:attribute name="class">state<xsl:if test="not(@holds)"> off</xsl:if></xsl:attribute><xsl:value-of select="f:message(concat('certificate.', @standing))"/></span>
  </xsl:template>

  <xsl:template name="certificate-files">
    <xsl:variable name="number" select="@number"/>
    <ul class="links">
      <li><a href="/utbildning/certifikat/{$number}.pdf" aria-label="PDF, {$number}">PDF</a></li>
      <li><a href="/utbildning/certifikat/{$number}.html" aria-label="HTML, {$number}">HTML</a></li>
      <li><a href="/utbildning/certifikat/{$number}.xml" aria-label="XML, {$number}">XML</a></li>
      <li><a href="/utbildning/certifikat/{$number}.jwt" aria-label="Open Badge, {$number}">Open Badge</a></li>
    </ul>
  </xsl:template>
</xsl:stylesheet>
